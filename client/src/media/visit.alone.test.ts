import type { RoomView } from '@tele-balint/shared/view/view';
import { ParticipantEvent, type Room, RoomEvent } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { devices } from '../devices/chosen-devices.ts';
import { NOTHING_KNOWN, session } from '../state/store.ts';
import { youAs } from '../testing/you.ts';
import { fakeRoom, fakeTrack } from './fake-room.ts';
import { OPEN_GATES } from './gates.ts';
import { makeRoom } from './make-room.ts';
import { media } from './media-store.ts';
import type { Seal } from './seal.ts';
import { type Visit, visit } from './visit.ts';

vi.mock('./make-room.ts', () => ({ makeRoom: vi.fn() }));
vi.mock('./join.ts', () => ({ stayJoined: () => Promise.resolve() }));
vi.mock('../devices/level.ts', () => ({ meter: () => ({ watch: () => undefined, stop: () => undefined }) }));

const place = { media: { identity: 'ben', microphone: true, camera: true } };
const view = {
  kind: 'room',
  places: [place],
  you: { ...youAs(), media: { identity: 'ada', space: 'circle' } },
} as unknown as RoomView;

/** Gates that a test opens and closes, one after the other where it likes to. */
const gates = () => {
  let look = (): void => undefined;
  const say = { publish: false, take: false };
  return {
    ...{ say, mayPublish: () => say.publish, mayTake: () => say.take },
    onChange: (again: () => void) => {
      look = again;
      return () => undefined;
    },
    look: () => look(),
  };
};

describe('the gates of a page', () => {
  let fake: ReturnType<typeof fakeRoom>;
  let gate: ReturnType<typeof gates>;
  let stay: Visit;
  const begin = (given: Parameters<typeof visit>[1] = gate, seal: Seal | null = null) => {
    stay = visit({ sessionId: 's', token: 't', identity: 'ada' }, given, seal);
    everything();
  };
  /** All that may let the loops look again. */
  const everything = () => {
    for (const event of Object.values(RoomEvent)) fake.room.emit(event);
    fake.me.emit(ParticipantEvent.ParticipantPermissionsChanged);
    gate.look();
  };
  const attached = () => {
    stay.attach('ben', 'microphone', {} as HTMLMediaElement);
    return fake.ben[0]?.track.attach.mock.calls.length ?? 0;
  };
  const subscribed = () => fake.ben.flatMap(({ setSubscribed }) => setSubscribed.mock.calls.flat());

  beforeEach(() => {
    fake = fakeRoom();
    gate = gates();
    vi.mocked(makeRoom).mockReturnValue(fake.room as unknown as Room);
    session.setState({ ...NOTHING_KNOWN, view });
    devices.setState({ microphoneOn: true });
  });
  afterEach(() => {
    stay.leave();
    session.setState(NOTHING_KNOWN);
    devices.setState(devices.getInitialState());
  });

  test('[MC17] while one says no nothing is captured, sent, taken or played', async () => {
    begin();
    for (let round = 0; round < 3; round += 1) {
      everything();
      await Promise.resolve();
    }
    expect(fake.me.createTracks).not.toHaveBeenCalled();
    expect(fake.me.publishTrack).not.toHaveBeenCalled();
    expect(subscribed()).toEqual([]);
    expect(attached()).toBe(0);
  });

  test('[MC17] a yes opens, and a no after it ends at once', async () => {
    begin();
    Object.assign(gate.say, { publish: true, take: true });
    gate.look();
    await vi.waitFor(() => expect(fake.sent.size).toBe(1));
    expect(subscribed()).toEqual([true]);
    expect(attached()).toBe(1);
    Object.assign(gate.say, { publish: false, take: false });
    gate.look();
    await vi.waitFor(() => expect(fake.sent.size).toBe(0));
    expect(fake.captured[0]?.stop).toHaveBeenCalled();
    expect(subscribed()).toEqual([true, false]);
    expect(fake.ben[0]?.track.detach).toHaveBeenCalled();
    expect(attached()).toBe(1);
  });

  test('[MC17] one that closes without a word while the device opens keeps the track from being sent', async () => {
    gate.say.publish = true;
    fake.me.createTracks.mockImplementationOnce(() => {
      gate.say.publish = false;
      fake.captured.push(fakeTrack('audio'));
      return Promise.resolve(fake.captured.slice(-1));
    });
    begin();
    await vi.waitFor(() => expect(fake.captured[0]?.stop).toHaveBeenCalled());
    expect(fake.me.publishTrack).not.toHaveBeenCalled();
  });

  test('[MC1, MC4, MC17] without gates the view and LiveKit alone decide', async () => {
    begin(OPEN_GATES);
    await vi.waitFor(() => expect(fake.sent.size).toBe(1));
    expect(subscribed()).toEqual([true]);
    session.setState({
      view: { ...view, places: [], you: { ...view.you, may: { microphone: false, camera: false } } },
    });
    await vi.waitFor(() => expect(fake.sent.size).toBe(0));
    expect(subscribed()).toEqual([true, false]);
    expect(attached()).toBe(0);
  });

  /** What LiveKit's client does where it cannot take up again what has ended. */
  const mutedByLiveKit = () => {
    fake.captured[0]!.isMuted = true;
    fake.room.emit(RoomEvent.TrackMuted, {}, fake.me);
  };
  const ownMicrophone = () => {
    const { micLive, micFault } = media.getState().own;
    return [micLive, micFault];
  };
  const isOpenAgain = () => vi.waitFor(() => expect(ownMicrophone()).toEqual([true, null]));

  test('[LB6] a permission that is withdrawn while it is used is said, and "Check again" opens what is allowed anew', async () => {
    begin(OPEN_GATES);
    await isOpenAgain();
    fake.me.setMicrophoneEnabled.mockRejectedValueOnce(new DOMException('', 'NotAllowedError'));
    mutedByLiveKit();
    await vi.waitFor(() => expect(ownMicrophone()).toEqual([false, 'blocked']));
    expect(fake.me.setMicrophoneEnabled.mock.calls).toEqual([[true]]);
    stay.checkAgain();
    await isOpenAgain();
  });

  test('[LB6] what its owner closes is closed once, and tried no more', async () => {
    begin(OPEN_GATES);
    await isOpenAgain();
    fake.me.setMicrophoneEnabled.mockImplementation(() => {
      mutedByLiveKit();
      return Promise.resolve();
    });
    devices.setState({ microphoneOn: false });
    await vi.waitFor(() => expect(ownMicrophone()).toEqual([false, null]));
    everything();
    expect(fake.me.setMicrophoneEnabled.mock.calls).toEqual([[false]]);
  });

  /** Sealing whose worker says what a test lets it say. */
  const sealing = () => {
    let say = (_sealed: boolean): void => undefined;
    const seal = {
      ...{ gates: OPEN_GATES, begin: () => Promise.resolve(), missed: vi.fn(), stop: vi.fn() },
      alive: vi.fn(() => Promise.resolve()),
      proven: vi.fn(
        () =>
          new Promise<void>((resolve, reject) => {
            say = (sealed) => (sealed ? resolve() : reject(new Error('unsealed')));
          }),
      ),
    };
    return { seal, says: (sealed: boolean) => say(sealed) };
  };
  const isOpen = () => fake.captured[0]?.mediaStreamTrack.enabled;

  test('[EE12] what is sent is silent until it was seen sealed, and not shown as live before', async () => {
    const { seal, says } = sealing();
    begin(OPEN_GATES, seal as unknown as Seal);
    await vi.waitFor(() => expect(seal.proven).toHaveBeenCalled());
    expect([isOpen(), media.getState().own.micLive]).toEqual([false, false]);
    says(true);
    await vi.waitFor(() => expect(media.getState().own.micLive).toBe(true));
    expect([isOpen(), seal.missed.mock.calls.length]).toEqual([true, 0]);
  });

  test('[EE12] what is not seen sealed never opens, and everything is to be made anew', async () => {
    const { seal, says } = sealing();
    begin(OPEN_GATES, seal as unknown as Seal);
    await vi.waitFor(() => expect(seal.proven).toHaveBeenCalled());
    says(false);
    await vi.waitFor(() => expect(seal.missed).toHaveBeenCalled());
    expect([isOpen(), media.getState().own.micLive]).toEqual([false, false]);
  });

  test('[EE12] a worker that does not answer keeps the microphone from being opened at all', async () => {
    const { seal } = sealing();
    seal.alive.mockRejectedValue(new Error('gone'));
    begin(OPEN_GATES, seal as unknown as Seal);
    await vi.waitFor(() => expect(seal.missed).toHaveBeenCalled());
    expect(fake.me.createTracks).not.toHaveBeenCalled();
  });

  test('[EE12] a right that goes while the proof is awaited leaves nothing open and misses nothing', async () => {
    const { seal, says } = sealing();
    begin(OPEN_GATES, seal as unknown as Seal);
    await vi.waitFor(() => expect(seal.proven).toHaveBeenCalled());
    session.setState({ view: { ...view, you: { ...view.you, may: { microphone: false, camera: false } } } });
    await vi.waitFor(() => expect(fake.sent.size).toBe(0));
    says(false);
    await Promise.resolve();
    expect([isOpen(), seal.missed.mock.calls.length]).toEqual([false, 0]);
  });

  test('[EE12] a device that is turned off, or changed, before it was seen sealed is let go, and never opened', async () => {
    const { seal, says } = sealing();
    begin(OPEN_GATES, seal as unknown as Seal);
    await vi.waitFor(() => expect(seal.proven).toHaveBeenCalledTimes(1));
    devices.setState({ microphoneOn: false });
    await vi.waitFor(() => expect(fake.sent.size).toBe(0));
    devices.setState({ microphoneOn: true });
    await vi.waitFor(() => expect(seal.proven).toHaveBeenCalledTimes(2));
    devices.setState({ microphoneId: 'another' });
    await vi.waitFor(() => expect(seal.proven).toHaveBeenCalledTimes(3));
    says(true);
    await vi.waitFor(() => expect(media.getState().own.micLive).toBe(true));
    expect(fake.captured.map(({ mediaStreamTrack }) => mediaStreamTrack.enabled)).toEqual([
      false,
      false,
      true,
    ]);
    expect(seal.missed).not.toHaveBeenCalled();
  });

  test('[EE12] a visit that is over tells nothing any more', async () => {
    const { seal, says } = sealing();
    begin(OPEN_GATES, seal as unknown as Seal);
    await vi.waitFor(() => expect(seal.proven).toHaveBeenCalled());
    stay.leave();
    const told = vi.fn();
    const unwatch = media.subscribe(told);
    says(false);
    await new Promise((resolve) => setTimeout(resolve, 0));
    unwatch();
    expect(told).not.toHaveBeenCalled();
  });
});
