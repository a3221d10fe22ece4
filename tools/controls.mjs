import { availableParallelism } from 'node:os';
import { CONTROLS, misfits } from './controls/all.mjs';
import { copyOfProject } from './controls/copy.mjs';
import { takeOut, unready } from './controls/prove.mjs';
import { ensureInstalled } from './install.mjs';
import { ticking } from './run.mjs';

// Takes each control of SECURITY.md out of a copy of the project and looks whether its test says so. Words after it pick
// some: `npm run controls -- door`.
const picks = process.argv.slice(2);
const controls = CONTROLS.filter(({ id }) => picks.length === 0 || picks.some((pick) => id.includes(pick)));

/** One copy for each that runs at once: a test waits more than it works. */
const AT_ONCE = Math.max(1, Math.min(4, availableParallelism()));

/** Works through what is left in one copy; answers with the controls that no test missed. */
async function prove(folder, left, said) {
  const unproven = [];
  for (let control = left.shift(); control !== undefined; control = left.shift()) {
    const came = await takeOut(folder, control);
    said(`${control.id}: ${came}`);
    if (came !== 'red') unproven.push(`${control.id}: out, and "${control.named}" is ${came}`);
  }
  return unproven;
}

/** The controls that are not proven, each with why. */
async function all() {
  const wrong = misfits(controls);
  if (wrong.length > 0) return wrong;
  const began = Date.now();
  let done = 0;
  const said = (what) => {
    done += 1;
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`  ${String(seconds).padStart(4)} s  ${done} of ${controls.length}  ${what}`);
  };
  const copies = Array.from({ length: AT_ONCE }, copyOfProject);
  try {
    console.log('With all controls in place …');
    const early = await ticking(() => unready(copies[0].folder, controls));
    const left = controls.filter((control) => !early.includes(control));
    console.log('… and with each of them taken out:');
    const found = await Promise.all(copies.map(({ folder }) => prove(folder, left, said)));
    return [
      ...early.map(({ id }) => `${id}: its test does not pass with the control in place`),
      ...found.flat(),
    ];
  } finally {
    for (const { remove } of copies) remove();
  }
}

await ensureInstalled();
const unproven = await all();
for (const one of unproven) console.log(one);
console.log(`\n${controls.length - unproven.length} of ${controls.length} controls proven`);
process.exitCode = unproven.length === 0 && controls.length > 0 ? 0 : 1;
