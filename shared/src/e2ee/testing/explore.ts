import { acts, start, wrong, type Bounds, type Broken, type World } from './walk.ts';

export type Walk = { readonly states: number; readonly wrong: string | null };

const clone = (world: World): World => JSON.parse(JSON.stringify(world)) as World;

/** One text for all worlds that differ only in the order in which things were sent or taken. */
const nameOf = (world: World): string =>
  JSON.stringify({
    ...world,
    keys: world.keys.map((keys) => JSON.stringify(keys)).toSorted(),
    beats: world.beats.map((beat) => JSON.stringify(beat)).toSorted(),
    taken: [...new Set(world.taken)].toSorted(),
  });

/** Goes through every world that can come about within the bounds; ends at the first in which something is wrong. */
export const walk = (bounds: Bounds, broken: Broken | null = null): Walk => {
  const first = start(bounds);
  const seen = new Set([nameOf(first)]);
  const open = [first];
  for (let world = open.pop(); world !== undefined; world = open.pop())
    for (const act of acts(world, bounds, broken)) {
      const next = clone(world);
      act(next);
      const name = nameOf(next);
      if (seen.has(name)) continue;
      seen.add(name);
      const what = wrong(next, broken);
      if (what !== null) return { states: seen.size, wrong: what };
      open.push(next);
    }
  return { states: seen.size, wrong: null };
};
