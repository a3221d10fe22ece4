// Whole evenings by chance, played in the pure core: any course, up to twenty-six people, whatever they press. After every
// command what is promised to them is held against what they have.

import { sampled } from '@tele-balint/shared/testing/evenings';
import { faultsIn } from '@tele-balint/shared/testing/model';
import { judge } from './aims.ts';

const AT_ONCE = 500;
/** More of them nobody reads. */
const TOLD = 10;

const runs = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
let [played, commands, broken] = [0, 0, 0];
console.log(`seed ${seed}`);
while (played < runs) {
  const evenings = sampled(Math.min(AT_ONCE, runs - played), seed + played);
  for (const evening of evenings) {
    const found = faultsIn(evening);
    commands += found.commands;
    if (found.faults.length === 0) continue;
    broken += 1;
    if (broken <= TOLD) console.log(found.faults.join('; '), JSON.stringify(evening));
  }
  played += evenings.length;
}
console.log(`model: ${played} runs, ${commands} commands, ${broken} faults`);
judge('model', { faults: broken, 'runs short of 10000': Math.max(0, 10_000 - played) });
