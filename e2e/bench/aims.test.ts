import { afterEach, expect, test, vi } from 'vitest';
import { judge, missesOf } from './aims.ts';

const good = { 'media server in ms': 1_660, 'our server in ms': 2_023, lost: 0, doubled: 0 };
const { exitCode } = process;
afterEach(() => {
  process.exitCode = exitCode;
  vi.restoreAllMocks();
});

test('[SU8] a figure at its aim is good, one above it is said in a sentence', () => {
  expect(missesOf('recovery', good)).toEqual([]);
  expect(missesOf('clocks', { 'ms apart': 100 })).toEqual([]);
  expect(missesOf('recovery', { ...good, 'media server in ms': 2_400, doubled: 1 })).toEqual([
    'recovery: media server in ms is 2400, and should be at most 2000.',
    'recovery: doubled is 1, and should be at most 0.',
  ]);
});

test('[SU8] a bench without a figure has not reached its aim', () => {
  expect(missesOf('clocks', { 'ms apart': Number.NaN })).toHaveLength(1);
});

test('[SU8] above its aim a bench ends with 1, and not otherwise', () => {
  const said = vi.spyOn(console, 'error').mockReturnValue(undefined);
  judge('recovery', good);
  expect(process.exitCode).toBe(exitCode);
  judge('soak', { 'rounds wrong': 1 });
  expect(process.exitCode).toBe(1);
  expect(said.mock.calls).toEqual([['soak: rounds wrong is 1, and should be at most 0.']]);
});
