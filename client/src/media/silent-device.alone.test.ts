import type { RoomView } from '@tele-balint/shared/view/view';
import type { Room } from 'livekit-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { devices } from '../devices/chosen-devices.ts';
import { NOTHING_KNOWN, session } from '../state/store.ts';
import { youAs } from '../testing/you.ts';
import { fakeRoom } from './fake-room.ts';
import { OPEN_GATES } from './gates.ts';
import { makeRoom } from './make-room.ts';
import { media } from './media-store.ts';
import type { Seal } from './seal.ts';
import { GRACE } from './silence.ts';
import { type Visit, visit } from './visit.ts';

vi.mock('./make-room.ts', () => ({ makeRoom: vi.fn() }));
vi.mock('./join.ts', () => ({
  stayJoined: (_room: Room, _entry: unknown, onLink: (link: 'up') => void) => Promise.resolve(onLink('up')),
}));
vi.mock('../devices/level.ts', () => ({ meter: () => ({ watch: () => undefined, stop: () => undefined }) }));

let fake: ReturnType<typeof fakeRoom>;
let stay: Visit;
const seal = {
  ...{ gates: OPEN_GATES, begin: () => Promise.resolve(), missed: vi.fn(), stop: vi.fn() },
  ...{ alive: () => Promise.resolve(), proven: vi.fn(() => Promise.resolve()) },
};
const own = () => media.getState().own;
const track = (kind: string) => fake.captured.find((one) => one.kind === kind)!.mediaStreamTrack;
const silences = async (kind: string, muted: boolean) => {
  track(kind).muted = muted;
  track(kind).dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  await vi.advanceTimersByTimeAsync(GRACE);
};

beforeEach(async () => {
  vi.useFakeTimers();
  fake = fakeRoom();
  vi.mocked(makeRoom).mockReturnValue(fake.room as unknown as Room);
  const you = { ...youAs(), media: { identity: 'ada', space: 'circle' } };
  session.setState({ ...NOTHING_KNOWN, view: { kind: 'room', places: [], you } as unknown as RoomView });
  devices.setState({ microphoneOn: true, cameraOn: true });
  stay = visit({ sessionId: 's', token: 't', identity: 'ada' }, OPEN_GATES, seal as unknown as Seal);
  session.setState({ view: session.getState().view });
  await vi.advanceTimersByTimeAsync(GRACE);
});
afterEach(() => {
  stay.leave();
  vi.clearAllMocks();
  vi.useRealTimers();
  session.setState(NOTHING_KNOWN);
  devices.setState(devices.getInitialState());
});

test('[VO7] what the system silences is known as silent, is not begun anew, and is as it was when the system lets it', async () => {
  expect(own()).toMatchObject({ micLive: true, micSilent: false });
  await silences('audio', true);
  expect(own()).toMatchObject({ micLive: true, micSilent: true });
  for (let time = 0; time < 3; time += 1) session.setState({ view: { ...session.getState().view! } });
  await silences('audio', false);
  expect(own()).toMatchObject({ micLive: true, micSilent: false });
  expect([fake.captured.length, seal.proven.mock.calls.length]).toEqual([2, 2]);
  expect(fake.me.setMicrophoneEnabled).not.toHaveBeenCalled();
});

test('[VO7] while it is silenced its owner closes and opens it as ever', async () => {
  await silences('audio', true);
  devices.setState({ microphoneOn: false });
  await vi.advanceTimersByTimeAsync(0);
  expect(own()).toMatchObject({ micLive: false, micSilent: false });
  devices.setState({ microphoneOn: true });
  await vi.advanceTimersByTimeAsync(GRACE);
  expect(own()).toMatchObject({ micLive: true, micSilent: true });
  expect(fake.me.setMicrophoneEnabled.mock.calls).toEqual([[false], [true]]);
});

test('[VO7] a camera that gives nothing has no picture', async () => {
  expect(own()).toMatchObject({ camLive: true, camSilent: false, video: 'video' });
  await silences('video', true);
  expect(own()).toMatchObject({ camLive: true, camSilent: true, video: null });
  await silences('video', false);
  expect(own()).toMatchObject({ camSilent: false, video: 'video' });
});
