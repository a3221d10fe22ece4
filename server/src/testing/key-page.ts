// A page that exchanges keys as docs/e2ee.md §4 says, with envelopes of their lengths and nothing in them.

import type { LineId } from '@tele-balint/shared/vocabulary';
import type { RelayedFrame } from '@tele-balint/shared/wire';
import { ANSWER, beatOf, HELLO, keysFor } from './envelope-sizes.ts';
import type { RawSocket } from './raw-socket.ts';

/** Milliseconds from the first reason to new keys, between two beats, and until a line that was not there is tried again. */
const DEBOUNCE = 150;
const BEAT = 5_000;
const AGAIN = 100;

export type KeyPage = {
  readonly line: LineId;
  /** Lines whose hello came, with the newest of their keys that came. */
  readonly opened: ReadonlyMap<LineId, number>;
  /** Which of this page's keys is the newest, and who has answered to it. */
  newest(): { readonly epoch: number; readonly answered: ReadonlySet<LineId> };
  /** Answers that said that something was dropped. */
  readonly dropped: readonly unknown[];
  readonly sent: () => number;
  stop(): void;
};

const lengthened = (said: readonly (string | number)[], like: string): string =>
  said.join(' ').padEnd(like.length, '.');

/** Begins with the room that the page sees now. */
export const exchangesKeys = (socket: RawSocket): KeyPage => {
  const { line } = socket.room().you;
  const opened = new Map<LineId, number>();
  const greeted = new Set<LineId>();
  const dropped: unknown[] = [];
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let [epoch, due, sent, stopped] = [0, false, 0, false];
  let answered = new Set<LineId>();

  const later = (ms: number, work: () => void): void => {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };
  /** Lines that are named and not there yet get it a little later, as long as it is still true. */
  const send = (to: readonly LineId[], sealed: string, holds: () => boolean = () => true): void => {
    if (to.length === 0 || stopped || !holds()) return;
    sent += 1;
    const answer = socket.relay(to, sealed).then(({ got, ...rest }) => {
      if (rest.dropped === true) dropped.push(rest);
      const missing = to.filter((one) => !got.includes(one));
      later(AGAIN, () => send(missing, sealed, holds));
    });
    // The end of the test ends the connection.
    answer.catch(() => undefined);
  };
  const peers = (): readonly LineId[] => [...opened.keys()];
  const beat = (): void => send(peers(), lengthened(['beat'], beatOf(opened.size)));
  const beatOn = (): void => {
    beat();
    later(BEAT, beatOn);
  };
  const rekey = (): void => {
    due = false;
    epoch += 1;
    answered = new Set();
    const own = epoch;
    send(peers(), lengthened(['keys', epoch], keysFor(opened.size)), () => own === epoch);
  };
  const rekeySoon = (): void => {
    if (due) return;
    due = true;
    later(DEBOUNCE, rekey);
  };
  const greet = (): void => {
    const named = new Set(socket.room().places.map((place) => place.line));
    const fresh = [...named].filter((one) => one !== line && !greeted.has(one));
    fresh.forEach((one) => greeted.add(one));
    send(fresh, lengthened(['hello'], HELLO));
  };
  const hear = ({ from, sealed }: RelayedFrame): void => {
    const [type, of = '0'] = sealed.replace(/\.+$/, '').split(' ');
    if (type === 'hello' && !opened.has(from)) {
      opened.set(from, 0);
      rekeySoon();
    }
    if (type === 'keys') {
      opened.set(from, Math.max(opened.get(from) ?? 0, Number(of)));
      send([from], lengthened(['answer', of], ANSWER));
    }
    if (type === 'answer' && Number(of) === epoch) answered.add(from);
    if (type === 'answer' && answered.size === opened.size) beat();
  };
  let [views, heard] = [0, 0];
  const look = (): void => {
    if (socket.views.length > views) greet();
    views = socket.views.length;
    socket.relayed.slice(heard).forEach(hear);
    heard = socket.relayed.length;
  };
  socket.ws.on('message', look);
  look();
  later(DEBOUNCE, beatOn);
  return {
    line,
    opened,
    newest: () => ({ epoch, answered }),
    dropped,
    sent: () => sent,
    stop: () => {
      stopped = true;
      timers.forEach(clearTimeout);
    },
  };
};
