// Enter, connect, go away, again and again: all that somebody can do for ever who has only the open link.

import { enter, openGroup, type Group } from './group.ts';
import { memoryOf } from './memory-of.ts';
import { knock } from './raw-socket.ts';

export type Flooded = {
  /** Milliseconds that each command of another session took meanwhile. */
  readonly waits: readonly number[];
  /** Megabytes that the program holds more than before the counted rounds. */
  readonly grown: number;
  readonly group: Group;
};

/** People who flood at once. */
const AT_ONCE = 8;
/** Rounds after which a program has what it needs in any case, and memory is measured. */
const WARM_UP = 1_000;
/** Milliseconds between two commands of the other session: a leader who presses all the time. */
const PRESSES = 100;

/** Floods one session of a running program and lets the leader of another one press on. */
export const floodTheDoor = async (
  { url, pid }: { readonly url: string; readonly pid: number | undefined },
  rounds: number,
): Promise<Flooded> => {
  const origin = 'http://localhost:1';
  const [group, other] = [await openGroup(url), await openGroup(url)];
  const come = async (into: Group, token: string) => knock(url, { session: into.id, token, origin });
  await come(group, await enter(url, group, group.leader, 'Anna'));
  const leader = await come(other, await enter(url, other, other.leader, 'Bea'));

  const waits: number[] = [];
  let over = false;
  const press = async (): Promise<void> => {
    for (let n = 0; !over; n += 1) {
      const begun = performance.now();
      await leader.command({ type: n % 2 === 0 ? 'hold' : 'resume' });
      waits.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, PRESSES));
    }
  };
  const round = async (n: number): Promise<void> => {
    const socket = await come(group, await enter(url, group, group.open, `Mallory ${n}`));
    const gone = await socket.command({ type: 'goAway' });
    if (!gone.ok) throw new Error(`going away was refused: ${gone.refusal}`);
    socket.close();
  };
  const flood = async (count: number): Promise<void> => {
    let left = count;
    const worker = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await round(left);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  };

  await flood(Math.min(WARM_UP, rounds / 2));
  const before = await memoryOf(pid);
  const pressing = press();
  await flood(rounds);
  over = true;
  await pressing;
  return { waits, grown: (await memoryOf(pid)) - before, group };
};
