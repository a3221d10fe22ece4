import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Wish = MediaStreamConstraints;
const CAMERA = { width: { ideal: 640 }, height: { ideal: 360 } };
const bothOf = (how: 'exact' | 'ideal') => ({
  video: { ...CAMERA, deviceId: { [how]: 'c' } },
  audio: { deviceId: { [how]: 'm' } },
});
const asked: Wish[] = [];
let rights: Record<string, string> = {};
let listed: readonly string[] = [];
let answer: (wish: Wish) => string | null = () => null;

class FakeStream {
  readonly kinds: readonly string[];
  constructor(tracks: readonly { readonly kind: string }[]) {
    this.kinds = tracks.map(({ kind }) => kind);
  }
  getTracks = () => this.kinds.map((kind) => ({ kind }));
}
const getUserMedia = (wish: Wish): Promise<FakeStream> => {
  asked.push(wish);
  const fault = answer(wish);
  if (fault !== null) return Promise.reject(new DOMException('no', fault));
  return Promise.resolve(
    new FakeStream([...(wish.audio ? [{ kind: 'audio' }] : []), ...(wish.video ? [{ kind: 'video' }] : [])]),
  );
};
const enumerateDevices = () => Promise.resolve(listed.map((deviceId) => ({ deviceId, kind: 'audioinput' })));
const query = ({ name }: { name: string }) =>
  name in rights ? Promise.resolve({ state: rights[name] }) : Promise.reject(new TypeError('unknown name'));

beforeEach(() => {
  asked.length = 0;
  rights = {};
  listed = [''];
  answer = () => null;
  vi.resetModules();
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia, enumerateDevices }, permissions: { query } });
  vi.stubGlobal('MediaStream', FakeStream);
});
afterEach(() => vi.unstubAllGlobals());

/** What came of asking for both at once: the kinds that were got, or the browser's word. */
const both = async (camera: string | null = null, microphone: string | null = null) => {
  const { ask } = await import('./ask-devices.ts');
  const words = (one: Promise<MediaStream>) =>
    one.then(
      (stream) => (stream as unknown as FakeStream).kinds.join(),
      (fault: Error) => fault.name,
    );
  return Promise.all([words(ask('camera', camera)), words(ask('microphone', microphone))]);
};

describe('the question for devices', () => {
  it('[LB15] is one for both, also with those of last time', async () => {
    expect(await both()).toEqual(['video', 'audio']);
    expect(asked).toEqual([{ video: CAMERA, audio: {} }]);
    expect(await both('c', 'm')).toEqual(['video', 'audio']);
    expect(asked[1]).toEqual(bothOf('exact'));
  });

  it('[LB15] a device of last time that is missing costs no question more', async () => {
    answer = (wish) => (JSON.stringify(wish).includes('exact') ? 'OverconstrainedError' : null);
    expect(await both('c', 'm')).toEqual(['video', 'audio']);
    expect(asked).toEqual([bothOf('exact'), bothOf('ideal')]);
  });

  it('[LB15] a missing camera does not cost the microphone of last time, where that one is here', async () => {
    listed = ['m', 'other'];
    answer = ({ video }) => (JSON.stringify(video).includes('exact') ? 'OverconstrainedError' : null);
    expect(await both('c', 'm')).toEqual(['video', 'audio']);
    expect(asked[1]).toEqual({
      video: { ...CAMERA, deviceId: { ideal: 'c' } },
      audio: { deviceId: { exact: 'm' } },
    });
  });

  it.each(['NotFoundError', 'NotReadableError'])(
    '[LB15] after %s of one the other opens alone',
    async (name) => {
      answer = ({ video }) => (video ? name : null);
      expect(await both('c', 'm')).toEqual([name, 'audio']);
      expect(asked.slice(-2)).toEqual([
        { video: { ...CAMERA, deviceId: { exact: 'c' } } },
        { audio: { deviceId: { exact: 'm' } } },
      ]);
    },
  );

  it('[LB15] somebody who refuses both is not asked again', async () => {
    answer = () => 'NotAllowedError';
    rights = { camera: 'prompt', microphone: 'prompt' };
    expect(await both()).toEqual(['NotAllowedError', 'NotAllowedError']);
    expect(asked).toHaveLength(1);
  });

  it.each(['granted', 'prompt'])(
    '[LB15] where the camera alone is refused for good, the microphone (%s) is asked for',
    async (microphone) => {
      answer = ({ video }) => (video ? 'NotAllowedError' : null);
      rights = { camera: 'denied', microphone };
      expect(await both()).toEqual(['NotAllowedError', 'audio']);
      expect(asked).toHaveLength(2);
    },
  );

  it('[LB15] where the browser does not tell its rights, each is asked for', async () => {
    answer = ({ video }) => (video ? 'NotAllowedError' : null);
    expect(await both()).toEqual(['NotAllowedError', 'audio']);
  });
});
