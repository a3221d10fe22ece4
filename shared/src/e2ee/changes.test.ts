import { describe, expect, it } from 'vitest';
import { alone } from './testing/alone.ts';
import { CHANGES_WITHIN, MOST_CHANGES } from './times.ts';

/** Who keeps all others busy by changing what stands for their line, once in 400 ms for one window. */
const attack = (act: (page: ReturnType<typeof alone>, turn: number) => void): number => {
  const page = alone();
  page.happens(page.hello('b0'));
  page.pass(1000);
  const before = page.epochs();
  for (let turn = 1; turn * 400 < CHANGES_WITHIN; turn += 1) {
    act(page, turn);
    page.pass(400);
  }
  return page.epochs() - before;
};

describe('a line that changes without end', () => {
  it.each([
    ['ever new pages', (page, turn) => page.happens(page.hello(`b${turn}`))],
    [
      'two pages in turn',
      (page, turn) => {
        if (turn === 1) page.happens(page.hello('b1'));
        page.beat(`b${turn % 2}`);
      },
    ],
    [
      'ever new names',
      (page, turn) => page.happens(page.hello('b0', { epoch: turn + 1, names: [`Bo ${turn}`] })),
    ],
  ] satisfies [string, (page: ReturnType<typeof alone>, turn: number) => void][])(
    '[EE8] with %s has the others make new keys a few times only',
    (_, act) => {
      expect(attack(act)).toBeGreaterThan(0);
      expect(attack(act)).toBeLessThanOrEqual(MOST_CHANGES);
    },
  );

  it('[EE8] is let change again when it was quiet, and what was refused holds then', () => {
    const page = alone();
    page.happens(page.hello('b0'));
    for (let turn = 1; turn <= MOST_CHANGES + 1; turn += 1) page.happens(page.hello(`b${turn}`));
    const stands = () => page.status().peers.map(({ mid }) => mid);
    expect(stands()).toEqual([`b${MOST_CHANGES}`]);
    page.pass(CHANGES_WITHIN);
    page.happens(page.hello(`b${MOST_CHANGES + 1}`));
    expect(stands()).toEqual([`b${MOST_CHANGES + 1}`]);
  });

  it('[EE8] costs another line nothing', () => {
    const page = alone(['a', 'b', 'c']);
    page.happens(page.hello('b0'));
    for (let turn = 1; turn <= MOST_CHANGES + 1; turn += 1) page.happens(page.hello(`b${turn}`));
    page.happens(page.hello('c0', { line: 'c' }));
    page.happens(page.hello('c1', { line: 'c' }));
    expect(page.status().peers.map(({ mid }) => mid)).toEqual([`b${MOST_CHANGES}`, 'c1']);
  });
});
