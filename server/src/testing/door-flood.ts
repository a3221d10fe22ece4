// Enter, connect, go away, again and again: all that somebody can do for ever who has only the open link.

import { enter, openGroup, type Group } from './group.ts';
import { knock } from './raw-socket.ts';

type Place = { readonly url: string; readonly origin: string };

/** People who flood at once. */
const AT_ONCE = 8;
/** Milliseconds between two commands of another session: a leader who presses all the time. */
const PRESSES = 100;

const come = async ({ url, origin }: Place, group: Group, token: string) =>
  knock(url, { session: group.id, token, origin });

/** So many rounds at the door of a group. */
export const rounds = async (place: Place, group: Group, count: number): Promise<void> => {
  let left = count;
  const flood = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const token = await enter(place.url, group, group.open, `Mallory ${left}`);
      const socket = await come(place, group, token);
      const gone = await socket.command({ type: 'goAway' });
      if (!gone.ok) throw new Error(`going away was refused: ${gone.refusal}`);
      socket.close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, flood));
};

/** Parts of a flood, to compare what is held after each. */
const PARTS = 4;

/**
 * Floods one session of a running program; milliseconds that each command of another session took meanwhile.
 * @param afterEach is called after each quarter of it
 */
export const floodTheDoor = async (
  url: string,
  count: number,
  afterEach: () => Promise<unknown> = async () => undefined,
): Promise<readonly number[]> => {
  const place = { url, origin: 'http://localhost:1' };
  const [group, other] = [await openGroup(url), await openGroup(url)];
  await come(place, group, await enter(url, group, group.leader, 'Anna'));
  const leader = await come(place, other, await enter(url, other, other.leader, 'Bea'));
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
  const pressing = press();
  for (let part = 0; part < PARTS; part += 1) {
    await rounds(place, group, count / PARTS);
    await afterEach();
  }
  over = true;
  await pressing;
  return waits;
};
