// @vitest-environment happy-dom
import type { LookAnswer } from '@tele-balint/shared/http';
import { DAY, type Instant, SECOND } from '@tele-balint/shared/vocabulary';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Link } from '../../links/address.ts';
import { holdSecret } from '../../links/held-secret.ts';
import { lookAs } from '../../testing/look.ts';
import { t } from '../../text/text.ts';
import { Lobby } from './Lobby.tsx';
// Loaded before, so that no test waits for it.
import './Early.tsx';

const link = {
  ...{ sessionId: 's'.repeat(24), invitation: 'i'.repeat(43), opened: true },
  roomSecret: holdSecret(null, { read: () => null, write: () => undefined }),
} as unknown as Link;
const soon = (Date.now() + DAY) as Instant;
const look = (startsAt: Instant | null): LookAnswer => lookAs({ led: true, startsAt, opensAt: startsAt });

describe('the lobby while the network blinks', () => {
  let root: Root;
  let answer: () => Response;
  const name = () => document.querySelector<HTMLInputElement>('input[name="name"]');
  const words = () => document.querySelector('main')?.textContent ?? '';
  const refuses = (status: number, refusal: string) => () => Response.json({ refusal }, { status });
  const lost = () => {
    throw new TypeError('the network is away');
  };
  /** The page is looked at again, later than the least pause between two looks. */
  const wakes = () =>
    act(async () => {
      vi.setSystemTime(Date.now() + 10 * SECOND);
      dispatchEvent(new Event('online'));
    });
  const come = async (there: string) => {
    await act(async () =>
      root.render(<Lobby link={link} findPlace={async () => false} onEntered={() => undefined} />),
    );
    await vi.waitFor(async () => {
      await act(async () => undefined);
      expect(words()).toContain(there);
    });
  };

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.stubGlobal('fetch', async () => answer());
    root = createRoot(document.body.appendChild(document.createElement('div')));
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    document.body.replaceChildren();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it.each([
    ['a look that nobody answers', lost],
    ['one that is refused for a moment', refuses(503, 'unavailable')],
    ['one too many', refuses(429, 'too-many-tries')],
  ])('[SC7] %s leaves the form with what was written', async (_, blink) => {
    answer = () => Response.json(look(null));
    await come(t('lobby.title'));
    await act(async () => {
      const field = name() ?? expect.fail('no field');
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'Mei Ling');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    answer = blink;
    await wakes();
    expect(name()?.value).toBe('Mei Ling');
    answer = refuses(410, 'revoked-link');
    await wakes();
    expect(words()).toContain(t('refusal.revoked-link'));
  });

  it('[SC7, LB20] the page before the time outlives a look that is lost as its device wakes, and goes to the door after it', async () => {
    answer = () => Response.json(look(soon));
    await come('Ruth leads');
    answer = lost;
    await wakes();
    expect(words()).toContain('Ruth leads');
    answer = () => Response.json(look(null));
    await wakes();
    expect(name()?.value).toBe('Mei Lin');
  });

  it('[SC7] a first look that fails says so, and is made again by itself', async () => {
    answer = lost;
    await come(t('lobby.tryAgain'));
    answer = () => Response.json(look(null));
    await wakes();
    expect(name()?.value).toBe('Mei Lin');
  });
});
