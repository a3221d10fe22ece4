import type { RoomView } from '@tele-balint/shared/view/view';
import { expect, it, vi } from 'vitest';
import { closeBoth, devices } from '../../devices/chosen-devices.ts';
import { hasSteppedOut } from '../../media/rules.ts';
import { SILENT_OWN } from '../../media/snapshot.ts';
import { courseIn } from '../../testing/course.ts';
import { youAs } from '../../testing/you.ts';
import { stateLineOf } from './state-line.ts';
import { controlsOf, needOf } from './voice-model.ts';

const view = (you: object = {}) =>
  ({
    kind: 'room',
    course: courseIn('discussion'),
    presenter: 'c',
    places: [{ seat: 'm', name: 'Mei', hand: null, floor: false, presenter: false }],
    you: youAs({ seat: 'm', can: ['stepOut'], ...you }),
  }) as unknown as RoomView;
const outNow = { out: true, can: ['stepIn'], why: 'out', may: { microphone: false, camera: false } };
const chosen = { ...devices.getState(), microphoneOn: true, cameraOn: true };

it('[SO3] one press steps out; meanwhile there is no camera, no way out, and the state says so once it is silent', () => {
  const hands = { choose: vi.fn(), checkDevices: vi.fn(), send: vi.fn() };
  controlsOf(view(), SILENT_OWN, chosen, hands)
    .find(({ id }) => id === 'out')
    ?.act?.();
  expect(hands.send).toHaveBeenCalledWith({ type: 'stepOut' });
  expect(controlsOf(view(outNow), SILENT_OWN, chosen, hands).map(({ id }) => id)).toEqual(['microphone']);
  expect(stateLineOf(view(outNow), SILENT_OWN, false)).toMatchObject({
    title: 'You stepped out',
    text: 'Microphone and camera are closed.',
  });
  const live = { ...SILENT_OWN, micOpened: true, micLive: true };
  expect(stateLineOf(view(outNow), live, false).text).toContain('may still be heard');
  expect(needOf(view({ ...outNow, comeIn: 'none' }), hands.send)).toBeNull();
});

it('[SO3] both wishes close with stepping out, and stay so until their owner opens them', () => {
  devices.setState({ microphoneOn: true, cameraOn: true });
  expect([hasSteppedOut(view()), hasSteppedOut(view(outNow)), hasSteppedOut(null)]).toEqual([
    false,
    true,
    false,
  ]);
  closeBoth();
  expect(devices.getState()).toMatchObject({
    ...{ microphoneOn: false, microphoneClosedForYou: true },
    ...{ cameraOn: false, cameraClosedForYou: true },
  });
});
