import type { View } from '@tele-balint/shared/view/view';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOTHING_KNOWN, session } from '../state/store.ts';
import { courseIn } from '../testing/course.ts';
import { youAs } from '../testing/you.ts';
import { sealing } from './e2ee/sealing-store.ts';
import { startMedia } from './media.ts';
import { rememberSealed } from './said-sealed.ts';
import { visit } from './visit.ts';

vi.mock('./visit.ts', () => ({ visit: vi.fn(() => ({ leave: () => undefined })) }));
vi.mock('./e2ee/parts.ts', () => ({ whyNotSeal: () => new Promise(() => undefined) }));

const room = (sealed: boolean) =>
  ({
    ...{ kind: 'room', sealed, places: [], presenter: null, course: courseIn('discussion') },
    session: { leaving: null },
    you: { ...youAs(), media: { identity: 'ada', space: 'circle' } },
  }) as unknown as View;
const door = (sealed: boolean) => ({ kind: 'door', sealed }) as unknown as View;

describe('a page whose server says that all is sealed', () => {
  let stop: () => void;
  let sessions = 0;
  const begin = () => {
    const sessionId = `media-test-${(sessions += 1)}`;
    const envelopes = { send: () => Promise.resolve(null), hear: () => () => undefined };
    return {
      sessionId,
      go: () => (stop = startMedia({ sessionId, token: 't', secret: {} as CryptoKey, envelopes })),
    };
  };
  const sees = (view: View) => session.setState({ view });
  const told = () => {
    const { own, refusal } = sealing.getState();
    return [vi.mocked(visit).mock.calls.length, own, refusal];
  };
  const REFUSED = [0, 'refused', 'withdrawn'];

  beforeEach(() => vi.mocked(visit).mockClear());
  afterEach(() => {
    stop();
    session.setState(NOTHING_KNOWN);
  });

  test('[EE11] sends and hears as ever where that was never said', () => {
    begin().go();
    sees(room(false));
    expect(told()).toEqual([1, 'off', null]);
  });

  test('[EE11] goes on without a seal for no word that comes after, and says why', () => {
    begin().go();
    sees(room(true));
    sees(room(false));
    expect(told()).toEqual(REFUSED);
    sees(room(true));
    expect(told()).toEqual([0, 'off', null]);
  });

  test('[EE17] pages that were built to come in only where all is sealed never begin without, whatever was said before', () => {
    vi.stubEnv('SEALED_ONLY', 'true');
    begin().go();
    sees(door(false));
    sees(room(false));
    expect(told()).toEqual([0, 'refused', 'never-sealed']);
    vi.unstubAllEnvs();
  });

  test('[EE11] remembers it from the door', () => {
    begin().go();
    sees(door(true));
    sees(room(false));
    expect(told()).toEqual(REFUSED);
  });

  test('[EE11] and from what the link has opened, of this session alone', () => {
    const { sessionId, go } = begin();
    rememberSealed(sessionId);
    go();
    sees(room(false));
    expect(told()).toEqual(REFUSED);
    stop();
    begin().go();
    expect(told()).toEqual([1, 'off', null]);
  });
});
