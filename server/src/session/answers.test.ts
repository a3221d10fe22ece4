import { emptySession, type Line, type Session } from '@tele-balint/shared/session/session';
import type { Instant, LineId } from '@tele-balint/shared/vocabulary';
import { MINUTE } from '@tele-balint/shared/vocabulary';
import { expect, it } from 'vitest';
import { freshId } from '../testing/raw-socket.ts';
import { opened } from '../testing/world.ts';
import { createAnswers } from './answers.ts';

const withLines = (...lines: readonly string[]): Session => ({
  ...emptySession,
  lines: Object.fromEntries(lines.map((line) => [line, { line: line as LineId } as Line])),
});
const answer = (at: number, line: string | null = null) => ({
  at: at as Instant,
  result: { line: line as LineId | null, identity: null },
});

it('answers as it did for as long as a page may ask again, half an hour and more [SK27]', async () => {
  const { registry, id, by, clock } = await opened();
  const order = { command: { type: 'hold' }, by, commandId: freshId() } as const;
  const first = await registry.handle(id, order);
  clock.advance(5 * MINUTE);
  await registry.handle(id, { command: { type: 'resume' }, by, commandId: freshId() });
  clock.advance(25 * MINUTE);
  expect(await registry.handle(id, order)).toEqual(first);
});

it('keeps the newest answers of a line, and none for ever [SK27]', () => {
  const answers = createAnswers();
  const session = withLines('a', 'b');
  for (let n = 0; n < 1_000; n += 1) answers.keep('line:a', `id-${n}`, answer(n), session);
  const kept = Array.from({ length: 1_000 }, (_, n) => answers.of('line:a', `id-${n}`) !== undefined);
  expect(kept.filter(Boolean)).toHaveLength(200);
  expect(kept.slice(-200).every(Boolean)).toBe(true);
  answers.keep('line:b', 'other', answer(0), session);
  answers.keep('line:a', 'much-later', answer(36 * MINUTE), session);
  expect(answers.of('line:a', 'id-999')).toBe(undefined);
  expect(answers.of('line:a', 'much-later')).toMatchObject({ line: null });
  expect(answers.of('line:b', 'other')).toMatchObject({ line: null });
});

it('keeps what the door answered as long as its line, and nothing of lines that are gone [SK27]', () => {
  const answers = createAnswers();
  answers.keep('door', 'the opening', answer(0), withLines());
  for (let n = 0; n < 1_000; n += 1) {
    const [old, line] = [`line-${n - 1}`, `line-${n}`];
    answers.keep('door', `enter-${n}`, answer(n, line), withLines(old, line));
    answers.keep(`line:${line}`, 'goAway', answer(n), withLines(old, line));
  }
  const kept = (sender: (n: number) => string, id: (n: number) => string): number =>
    Array.from({ length: 1_000 }, (_, n) => answers.of(sender(n), id(n))).filter((one) => one !== undefined)
      .length;
  expect(
    kept(
      () => 'door',
      (n) => `enter-${n}`,
    ),
  ).toBe(2);
  expect(
    kept(
      (n) => `line:line-${n}`,
      () => 'goAway',
    ),
  ).toBeLessThan(10);
  expect(answers.of('door', 'the opening')).toMatchObject({ line: null });
});
