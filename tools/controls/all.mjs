// Every control that SECURITY.md names: how it is taken out, and the test that must say so.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../node.mjs';
import { FLOODS } from './floods.mjs';
import { INSIDERS } from './insiders.mjs';
import { OUTSIDERS } from './outsiders.mjs';
import { PARTS } from './parts.mjs';
import { SEALS } from './seals.mjs';
import { TRACES } from './traces.mjs';

/**
 * @typedef {object} Control
 * @property {string} id as SECURITY.md calls it
 * @property {string} file holds the control
 * @property {string} from stands there exactly once
 * @property {string} to in its place the control is out; the program still runs
 * @property {string} test file of the quickest test that sees it
 * @property {string} named part of that test's name, which goes red
 */

/** @type {readonly Control[]} */
export const CONTROLS = [...OUTSIDERS, ...INSIDERS, ...FLOODS, ...SEALS, ...TRACES, ...PARTS];

/** The text of a file of the project; empty where there is none. */
const readHere = (file) => {
  const full = path.join(root, file);
  return existsSync(full) ? readFileSync(full, 'utf8') : '';
};

/** How often a text stands in another. */
const times = (text, part) => text.split(part).length - 1;

/**
 * Why controls cannot be taken out as they are written down, one sentence each; quick, since nothing is run.
 * @param {readonly Control[]} controls
 * @param {(file: string) => string} [read] replaced in tests
 */
export const misfits = (controls, read = readHere) =>
  controls.flatMap(({ id, file, from, to, test, named }, at) => {
    const found = times(read(file), from);
    return [
      ...(controls.findIndex((one) => one.id === id) < at ? [`${id} stands there twice.`] : []),
      ...(found === 1 ? [] : [`${id} fits ${found} times in ${file}, and has to fit once.`]),
      ...(from === to ? [`${id} takes nothing out.`] : []),
      ...(read(test).includes(named) ? [] : [`${id} names a test that ${test} lacks: ${named}`]),
    ];
  });
