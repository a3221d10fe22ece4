import { type Room, RoomEvent } from 'livekit-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listOf } from '../devices/device-list.ts';
import { fakeRoom } from './fake-room.ts';
import { follow } from './follow.ts';
import type { Aim, Source } from './rules.ts';

vi.mock('../devices/device-list.ts', () => ({ listOf: vi.fn() }));

let fake: ReturnType<typeof fakeRoom>;
let aim: Aim;
let own: ReturnType<typeof follow>;

/** Begins to send with a device; a test moves it as LiveKit would. */
const sends = async (source: Source, chosen: string | null, device: string) => {
  fake = fakeRoom();
  aim = { wish: true, may: true, device: chosen };
  own = follow(
    fake.room as unknown as Room,
    source,
    () => aim,
    () => true,
    () => undefined,
  );
  const create = fake.me.createTracks.getMockImplementation()!;
  fake.me.createTracks.mockImplementation(async (options) => {
    const tracks = await create(options);
    for (const { mediaStreamTrack } of tracks) mediaStreamTrack.deviceId = device;
    return tracks;
  });
  own.look();
  await vi.waitFor(() => expect(own.live()).toBe(true));
  return fake.captured[0]!;
};
/** Something was plugged in, and LiveKit has done what it does then. */
const plugged = async (...there: readonly string[]) => {
  vi.mocked(listOf).mockResolvedValue(there.map((deviceId) => ({ deviceId }) as MediaDeviceInfo));
  fake.room.emit(RoomEvent.MediaDevicesChanged);
  await new Promise((resolve) => setTimeout(resolve, 0));
};

beforeEach(() => vi.clearAllMocks());
afterEach(() => own.close());

test.each([
  ['microphone', 'chosen'],
  ['camera', 'chosen'],
  ['camera', null],
] as const)(
  '[VO11] a %s (%s) that LiveKit moved to what was plugged in goes back',
  async (source, chosen) => {
    const track = await sends(source, chosen, 'chosen');
    track.mediaStreamTrack.deviceId = 'new';
    await plugged('new', 'chosen');
    expect(track.setDeviceId.mock.calls).toEqual([['chosen']]);
    expect([fake.captured.length, track.stop.mock.calls.length]).toEqual([1, 0]);
    await plugged('new', 'chosen', 'another');
    expect(track.setDeviceId).toHaveBeenCalledTimes(1);
  },
);

test('[VO11] whose device is not there goes on with the one that was taken, and back where it comes again', async () => {
  const track = await sends('microphone', 'chosen', 'chosen');
  track.mediaStreamTrack.deviceId = 'default';
  await plugged('default');
  expect(track.setDeviceId).not.toHaveBeenCalled();
  await plugged('default', 'chosen');
  expect(track.setDeviceId.mock.calls).toEqual([['chosen']]);
});

test('[VO11] a microphone that nobody chose follows the system, and opens again as the browser chooses', async () => {
  const track = await sends('microphone', null, 'first');
  track.mediaStreamTrack.deviceId = 'new';
  await plugged('new', 'first');
  expect(track.setDeviceId).not.toHaveBeenCalled();
  expect(fake.me.createTracks.mock.calls).toEqual([[{ audio: { deviceId: 'default' } }]]);
});

test('[VO11] a camera whose choice is given back to the browser stays where the browser then takes it', async () => {
  const track = await sends('camera', 'chosen', 'chosen');
  track.setDeviceId.mockImplementationOnce(() => {
    track.mediaStreamTrack.deviceId = 'taken';
    return Promise.resolve(true);
  });
  aim = { ...aim, device: null };
  own.look();
  await vi.waitFor(() => expect(track.setDeviceId.mock.calls).toEqual([['default']]));
  await plugged('chosen', 'taken');
  expect(track.setDeviceId).toHaveBeenCalledTimes(1);
  track.mediaStreamTrack.deviceId = 'chosen';
  await plugged('chosen', 'taken');
  expect(track.setDeviceId.mock.calls.at(-1)).toEqual(['taken']);
});

test('[VO11] a camera that nobody chose opens again with the one that it had', async () => {
  await sends('camera', null, 'first');
  aim = { ...aim, may: false };
  own.look();
  await vi.waitFor(() => expect(fake.sent.size).toBe(0));
  aim = { ...aim, may: true };
  own.look();
  await vi.waitFor(() => expect(own.live()).toBe(true));
  expect(fake.me.createTracks.mock.calls.at(-1)).toEqual([{ video: { deviceId: 'first' } }]);
});

test('[VO11] one that its owner has closed is opened nowhere else, and not by this', async () => {
  const track = await sends('microphone', 'chosen', 'chosen');
  aim = { ...aim, wish: false };
  own.look();
  await vi.waitFor(() => expect(track.isMuted).toBe(true));
  await plugged('new', 'chosen');
  expect(track.setDeviceId.mock.calls).toEqual([['chosen']]);
  expect(own.live()).toBe(false);
});

test('[MC1, VO11] a right that goes while it is looked for captures nothing', async () => {
  const track = await sends('microphone', 'chosen', 'chosen');
  track.mediaStreamTrack.deviceId = 'new';
  vi.mocked(listOf).mockImplementationOnce(() => {
    aim = { ...aim, may: false };
    return Promise.resolve([{ deviceId: 'chosen' } as MediaDeviceInfo]);
  });
  fake.room.emit(RoomEvent.MediaDevicesChanged);
  await vi.waitFor(() => expect(listOf).toHaveBeenCalled());
  own.look();
  await vi.waitFor(() => expect(fake.sent.size).toBe(0));
  expect(track.setDeviceId).not.toHaveBeenCalled();
});
