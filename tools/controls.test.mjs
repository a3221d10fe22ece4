import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTROLS, misfits } from './controls/all.mjs';
import { root } from './node.mjs';

const security = readFileSync(path.join(root, 'SECURITY.md'), 'utf8');
const sectionOf = (title) => security.split('\n## ').find((one) => one.startsWith(title)) ?? '';
const rowsOf = (title) =>
  sectionOf(title)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));
const spec = readFileSync(path.join(root, 'SPEC.md'), 'utf8');
/** What is called so in a cell. */
const namedIn = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

describe('the controls of SECURITY.md', () => {
  it('can each be taken out as it is written down, and their tests are there [SU30]', () => {
    expect(misfits(CONTROLS)).toEqual([]);
    expect(CONTROLS.length).toBeGreaterThanOrEqual(30);
  });

  it('are listed with where they stand and what proves them [SU30]', () => {
    const rows = CONTROLS.map(({ id, file, test }) => [`\`${id}\``, file, test]);
    expect(rowsOf('Controls')).toEqual(rows);
  });

  it('stand each against a threat, and no threat is without an answer [SU30]', () => {
    const threats = rowsOf('Threats');
    expect(threats.map((cells) => cells.length)).toEqual(threats.map(() => 5));
    const against = new Set(threats.flatMap(([, , controls]) => namedIn(controls)));
    expect([...against].toSorted()).toEqual(CONTROLS.map(({ id }) => id).toSorted());
    for (const [threat, , controls, , remains] of threats) {
      const answered = namedIn(controls).length > 0 || /[a-z]/.test(controls) || remains.includes('Not met');
      expect([threat, answered]).toEqual([threat, true]);
    }
  });

  it('refer to rules that are there [SU30]', () => {
    const rules = [...security.matchAll(/\b[A-Z]{2}\d{1,2}\b/g)].map(([rule]) => rule);
    expect(rules.length).toBeGreaterThan(50);
    for (const rule of rules) expect(spec).toContain(`- **${rule}** `);
  });
});

describe('a control that does not fit', () => {
  const control = { id: 'one', file: 'a.ts', from: 'no()', to: 'yes()', test: 'a.test.ts', named: 'says no' };
  const wrong = (more, texts = {}) => {
    const files = { 'a.ts': 'if (no()) return;', 'a.test.ts': "it('says no')", ...texts };
    return misfits([{ ...control, ...more }], (file) => files[file] ?? '');
  };

  it('is told: it is gone, there twice, takes nothing out, or its test is gone [SU30]', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({}, { 'a.ts': '' })).toEqual(['one fits 0 times in a.ts, and has to fit once.']);
    expect(wrong({}, { 'a.ts': 'no() || no()' })).toEqual(['one fits 2 times in a.ts, and has to fit once.']);
    expect(wrong({ to: 'no()' })).toEqual(['one takes nothing out.']);
    expect(wrong({ named: 'says yes' })).toEqual(['one names a test that a.test.ts lacks: says yes']);
  });

  it('may not be called as another one [SU30]', () => {
    const read = () => "no() it('says no')";
    expect(misfits([control, control], read)).toEqual(['one stands there twice.']);
  });
});
