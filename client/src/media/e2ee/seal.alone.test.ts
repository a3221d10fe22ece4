import type { Status } from '@tele-balint/shared/e2ee/status';
import type { RoomView } from '@tele-balint/shared/view/view';
import { EventEmitter } from 'node:events';
import { type RemoteTrackPublication, type Room, RoomEvent } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOTHING_KNOWN, session } from '../../state/store.ts';
import { place } from '../../testing/place.ts';
import { youAs } from '../../testing/you.ts';
import { makeSeal } from './seal.ts';
import { UNSEALED } from './sealing-model.ts';
import { sealing, tellSealing } from './sealing-store.ts';
import { type Ports, startSealing } from './sealing.ts';
import type { RelayedFrame } from '@tele-balint/shared/wire';

const worker = { alive: vi.fn(() => Promise.resolve()), end: vi.fn() };
vi.mock('./worker.ts', () => ({ startWorker: () => worker }));
vi.mock('./sealing.ts', () => ({ startSealing: vi.fn() }));

const view = {
  kind: 'room',
  places: [
    place('me', { line: 'my-line' as never }),
    place('Ben', { media: { identity: 'media-ben' as never, microphone: true, camera: true } }),
  ],
  you: youAs(),
} as unknown as RoomView;
const status = (line: string, armed = true): Status => ({
  ...{ armed, confirmed: 0, of: 1, words: null, alarms: [] },
  peers: [
    {
      mid: 'ben' as never,
      line,
      media: 'media-ben',
      names: ['Ben'],
      sealing: 'unsure',
      accused: false,
      hears: true,
    },
  ],
});
const track = (isEncrypted: boolean) => ({ isEncrypted }) as RemoteTrackPublication;

describe('the gates of a page that seals', () => {
  let tell: (status: Status) => void;
  let room: EventEmitter & { isE2EEEnabled: boolean; localParticipant: { identity: string } };
  let seal: ReturnType<typeof makeSeal>;
  let heard: ((envelope: RelayedFrame) => void)[];
  const onMiss = vi.fn();
  const agreement = { hear: vi.fn(), lines: vi.fn(), people: vi.fn(), stop: vi.fn() };

  beforeEach(async () => {
    vi.clearAllMocks();
    worker.alive.mockResolvedValue(undefined);
    vi.mocked(startSealing).mockImplementation(({ onStatus }: Ports) => {
      tell = (now) => onStatus(now, null);
      return Promise.resolve(agreement as never);
    });
    session.setState({ ...NOTHING_KNOWN, view });
    room = Object.assign(new EventEmitter(), {
      isE2EEEnabled: false,
      setE2EEEnabled: vi.fn(() => Promise.resolve()),
      remoteParticipants: new Map(),
      localParticipant: { identity: 'media-me', trackPublications: new Map() },
    });
    heard = [];
    seal = makeSeal({
      ...{ sessionId: 's', identity: 'media-me', space: 'circle', secret: {} as CryptoKey, onMiss },
      envelopes: { send: () => Promise.resolve(null), hear: (one) => (heard.push(one), () => undefined) },
    });
    await seal.begin(room as unknown as Room);
  });
  afterEach(() => {
    seal.stop();
    session.setState(NOTHING_KNOWN);
    tellSealing(UNSEALED);
  });

  test('[EE12] nothing is sent before there is a key to seal with and the worker has said that it seals', () => {
    const may = () => seal.gates.mayPublish('microphone');
    const looks = vi.fn();
    seal.gates.onChange(looks);
    tell(status('Ben-line'));
    expect([may(), sealing.getState().own]).toEqual([false, 'starting']);
    room.isE2EEEnabled = true;
    room.emit(RoomEvent.ParticipantEncryptionStatusChanged);
    expect(may()).toBe(true);
    tell(status('Ben-line'));
    expect(sealing.getState().own).toBe('armed');
    const asked = looks.mock.calls.length;
    tell(status('Ben-line', false));
    expect([may(), looks.mock.calls.length]).toEqual([false, asked + 1]);
  });

  test.each([RoomEvent.SignalConnected, RoomEvent.Reconnected])(
    '[EE12] nothing is sent under another media identity than the agreed one, and %s with it is a miss',
    (event) => {
      room.isE2EEEnabled = true;
      tell(status('Ben-line'));
      room.emit(event);
      expect([seal.gates.mayPublish('microphone'), onMiss.mock.calls.length]).toEqual([true, 0]);
      room.localParticipant.identity = 'media-x';
      expect(seal.gates.mayPublish('microphone')).toBe(false);
      room.emit(event);
      expect([onMiss.mock.calls.length, worker.end.mock.calls.length]).toEqual([1, 1]);
    },
  );

  test('[EE13] only what is announced as sealed is taken, of a line and identity that one hello names', () => {
    const may = (is: RemoteTrackPublication) => seal.gates.mayTake('media-ben', is);
    expect(may(track(true))).toBe(false);
    tell(status('another-line'));
    expect(may(track(true))).toBe(false);
    tell(status('Ben-line'));
    expect([may(track(true)), may(track(false)), seal.gates.mayTake('media-x', track(true))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('[EE13] envelopes go to the agreement, and lines are told to it when they change', async () => {
    heard[0]?.({ from: 'Ben-line' as never, sealed: 'now' });
    expect(agreement.hear).toHaveBeenCalledWith('Ben-line', 'now');
    const named = { lines: ['Ben-line'], media: new Map([['media-ben', 'Ben-line']]) };
    expect(vi.mocked(startSealing).mock.calls[0]?.[1]).toEqual(named);
    agreement.lines.mockClear();
    session.setState({ view: { ...view, places: view.places.slice(0, 1) } });
    expect(agreement.lines).toHaveBeenCalledWith({ lines: [], media: new Map() });
    session.setState({ view: { ...view, places: view.places.slice(0, 1) } });
    expect(agreement.lines).toHaveBeenCalledTimes(1);
  });

  test('[EE5] whose a media identity is, is told to the agreement when somebody’s page is loaded anew', () => {
    agreement.lines.mockClear();
    const media = { identity: 'media-ben-2' as never, microphone: true, camera: true };
    session.setState({ view: { ...view, places: view.places.map((one) => ({ ...one, media })) } });
    const said = vi.mocked(agreement.lines).mock.calls[0]?.[0] as { media: Map<string, string> };
    expect(said.media.get('media-ben-2')).toBe('Ben-line');
  });

  test('[EE12] a page whose worker does not answer greets nobody, and begins anew', async () => {
    vi.mocked(startSealing).mockClear();
    worker.alive.mockRejectedValue(new Error('gone'));
    const envelopes = { send: () => Promise.resolve(null), hear: () => () => undefined };
    const given = { sessionId: 's', identity: 'media-me', space: 'circle', secret: {} as CryptoKey };
    makeSeal({ ...given, envelopes, onMiss });
    await vi.waitFor(() => expect(onMiss).toHaveBeenCalledTimes(1));
    expect(startSealing).not.toHaveBeenCalled();
  });

  test('[EE12] what is missed ends the worker and the agreement, and is told once', () => {
    seal.missed();
    seal.missed();
    expect([onMiss.mock.calls.length, worker.end.mock.calls.length]).toEqual([1, 1]);
    expect(agreement.stop).toHaveBeenCalledTimes(1);
    tell(status('Ben-line'));
    expect(sealing.getState().hearers).toEqual([]);
  });
});
