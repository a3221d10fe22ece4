import type { RoomView } from '@tele-balint/shared/view/view';
import { expect, it } from 'vitest';
import { SILENT_OWN } from '../../media/snapshot.ts';
import { courseIn } from '../../testing/course.ts';
import { youAs } from '../../testing/you.ts';
import { stateLineOf } from './state-line.ts';

const view = (sits: 'row' | 'circle', microphone: boolean) =>
  ({
    course: courseIn('arrive'),
    presenter: null,
    places: [{ seat: 'm', name: 'Mei Lin', sits, floor: false, presenter: false }],
    you: youAs({ seat: 'm', may: { microphone, camera: true } }),
  }) as unknown as RoomView;
const live = { ...SILENT_OWN, micOpened: true, micLive: true };

it('[OR3] whoever sits in the outer ring reads so in one sentence, with what they may do', () => {
  const outside = 'You sit in the outer ring';
  expect(stateLineOf(view('row', false), SILENT_OWN, true).text).toBe(`${outside} and listen.`);
  expect(stateLineOf(view('row', true), live, true).text).toBe(`${outside}, and may speak.`);
  expect(stateLineOf(view('row', true), SILENT_OWN, false).text).toBe(`${outside}, and may speak.`);
  expect(stateLineOf(view('circle', true), live, true).text).not.toContain('outer');
});
