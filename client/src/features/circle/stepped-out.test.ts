import type { RoomView } from '@tele-balint/shared/view/view';
import { expect, it } from 'vitest';
import { SILENT_OWN } from '../../media/snapshot.ts';
import { courseIn } from '../../testing/course.ts';
import { youAs } from '../../testing/you.ts';
import { seatOf } from './circle-model.ts';
import { lineWith, seated } from './testing.ts';

const mei = seated('m', 'Mei Lin', {
  out: true,
  media: { identity: 'of-m', microphone: false, camera: false },
});
const view = (leader: object | null = null) =>
  ({
    places: [mei, seated('s', 'Samir')],
    you: youAs({ seat: 's' }),
    course: courseIn('discussion'),
    presenter: null,
    leader,
  }) as unknown as RoomView;
const is = {
  link: 'up',
  own: SILENT_OWN,
  speaking: false,
  remote: lineWith('v'),
  chosen: { microphoneOn: true, cameraOn: true, pictureHidden: false },
} as const;

it('[SO3] a place whose owner has stepped out says so calmly, and shows no picture', () => {
  const seat = seatOf(mei, view(), is);
  expect(seat).toMatchObject({
    card: { text: 'Stepped out. Back soon' },
    ...{ voice: false, micClosed: false, dropped: false, gone: false },
    picture: { track: null },
  });
  expect(seat.spoken).toBe('Mei Lin, Stepped out. Back soon');
});

it('[HP2] a call for help stands at the tile for leaders alone', () => {
  const samir = view().places[1]!;
  const leader = { helps: [{ seat: 's', since: 0, seen: false }] };
  expect(seatOf(samir, view(leader), is).tag).toMatchObject({ text: 'Asks for help', short: 'Help' });
  expect(seatOf(samir, view(), is).tag).toBeNull();
});
