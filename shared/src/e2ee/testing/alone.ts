import { begin, step, type Event } from '../agreement.ts';
import type { Hello } from '../messages.ts';
import type { Effect, State } from '../state.ts';
import { statusOf } from '../status.ts';

const ME = { mid: 'aa', line: 'a', media: 'ma', names: ['Ada'] };

/** One page to which a test says what happens; every 100 ms it ticks. */
export const alone = (lines: readonly string[] = ['a', 'b']) => {
  let now = 0;
  const first = begin(ME, { lines, media: new Map() }, now);
  let state: State = first.state;
  let count = 0;
  let sealing = true;
  const done: Effect[] = [...first.effects];
  const happens = (event: Event): readonly Effect[] => {
    const next = step(state, event, now);
    state = next.state;
    done.push(...next.effects);
    for (const effect of next.effects) {
      if (effect.do === 'make' && sealing) happens({ type: 'sealed', epoch: effect.epoch });
      if (effect.do === 'hash')
        happens({ type: 'hashed', stamp: effect.stamp, hash: `h${effect.members.length}` });
    }
    return next.effects;
  };
  for (const effect of first.effects) {
    if (effect.do === 'make') happens({ type: 'sealed', epoch: effect.epoch });
    if (effect.do === 'hash') happens({ type: 'hashed', stamp: effect.stamp, hash: 'h1' });
  }
  const hello = (mid: string, patch: Partial<Hello> = {}): Event => {
    const open = { identity: mid, receiving: `${mid}1`, epoch: 1, line: 'b', media: `m${mid}`, names: [mid] };
    const message: Hello = { type: 'hello', mid, ...open, mac: new Uint8Array(0), ...patch };
    return { type: 'heard', line: message.line, message };
  };
  return {
    stopSealing: () => {
      sealing = false;
    },
    happens,
    /** Our server names these lines, and these media identities for lines. */
    names: (named: readonly string[], media: Readonly<Record<string, string>> = {}) =>
      happens({ type: 'lines', lines: named, media: new Map(Object.entries(media)) }),
    hello,
    status: () => statusOf(state, now),
    state: () => state,
    tells: (kind: Effect['do']) => done.filter((effect) => effect.do === kind),
    /** How many epochs it has made. */
    epochs: () => state.own.made,
    keys: (
      mid: string,
      epoch: number,
      fit: boolean | null = true,
      commitment = `${mid}/${epoch}`.padEnd(64),
    ) =>
      happens({
        type: 'keys',
        line: 'b',
        keys: { mid, epoch, receiving: `${mid}${epoch}`, commitment, fit },
      }),
    beat: (mid: string, roster = 'h2', opened: { mid: string; epoch: number; commitment: string }[] = []) => {
      count += 1;
      return happens({ type: 'heard', line: 'b', message: { type: 'beat', mid, count, roster, opened } });
    },
    /** The page stands still for so long: nothing happens meanwhile. */
    jump: (ms: number) => {
      now += ms;
    },
    pass: (ms: number) => {
      for (const end = now + ms; now < end;) {
        now += 100;
        happens({ type: 'tick' });
      }
    },
  };
};
