// Envelopes from a page to others of its space. What is in them is neither looked at nor kept.

import { besides } from '@tele-balint/shared/session/envelopes';
import type { LineId, SessionId } from '@tele-balint/shared/vocabulary';
import type { RelayAck, RelayFrame } from '@tele-balint/shared/wire';
import type { Logger } from 'pino';
import type { Budgets } from '../budgets.ts';
import type { Host } from './host.ts';
import type { Watcher } from './watchers.ts';

export type EnvelopeBudgets = Pick<Budgets, 'relays' | 'relayedBytes'>;
/** One page: a line and the identity of its page load. */
export type Page = Pick<Watcher, 'line' | 'identity'>;

const NOBODY: RelayAck = { got: [] };

/** What carries envelopes within one session; never throws. */
export const createRelay =
  ({ relays, relayedBytes }: EnvelopeBudgets, logger: Logger) =>
  (
    id: SessionId,
    { session, watching }: Pick<Host, 'session' | 'watching'>,
    from: Page,
    { to, sealed }: RelayFrame,
  ): RelayAck => {
    const { lines } = session();
    const holds = ({ line, identity }: Page): boolean => lines[line]?.identity === identity;
    if (!holds(from)) return NOBODY;
    if (!relays.take(`${id} ${from.line}`)) return { got: [], dropped: true };
    const pages = [...watching()].filter(holds);
    const bytes = Buffer.byteLength(sealed);
    const hand = ({ onRelay }: Watcher): boolean => {
      try {
        return onRelay({ from: from.line, sealed });
      } catch (error) {
        logger.error({ err: error }, 'a page could not be sent an envelope');
        return false;
      }
    };
    const there = besides(session(), from.line, to).flatMap((line) => {
      const open = pages.filter((page) => page.line === line);
      return open.length > 0 ? [{ line, open }] : [];
    });
    const got: readonly LineId[] = there
      // What somebody's line has to carry is not for others to fill.
      .filter(({ line }) => relayedBytes.take(`${id} ${from.line} ${line}`, bytes))
      .filter(({ open }) => open.map(hand).includes(true))
      .map(({ line }) => line);
    return got.length < there.length ? { got, dropped: true } : { got };
  };
