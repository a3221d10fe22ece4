import { expect, it } from 'vitest';
import { earlyText } from '../../text/early-text.ts';
import { earlyWords } from './early-model.ts';

const at = (day: number, hour: number) => new Date(2030, 2, day, hour, 30).getTime();

it('[LB20] says the day with its date, and how many days it is until then', () => {
  const words = earlyWords(at(14, 18), at(14, 19), at(11, 23));
  expect(words.day).toMatch(/^Thursday, .*14/);
  expect(words.relative).toBe('In 3 days');
  expect(earlyWords(at(14, 0), null, at(13, 23)).relative).toBe('Tomorrow');
  expect(earlyWords(at(14, 18), null, at(14, 1)).relative).toBe('Today');
  expect(earlyText('early.title', words)).toContain(words.day);
});

it('[LB20] names who leads, where anybody is named', () => {
  const said = (leaders: string, many: string) =>
    earlyText('early.lede', {
      relative: 'Tomorrow',
      leads: leaders === '' ? 'no' : 'yes',
      leaders,
      many,
      from: '18:15',
    });
  expect(said('Ruth and Tomás', 'yes')).toBe(
    'Tomorrow, your time. Ruth and Tomás lead. The door opens at 18:15.',
  );
  expect(said('Ruth', 'no')).toContain('Ruth leads.');
  expect(said('', 'no')).toBe('Tomorrow, your time. The door opens at 18:15.');
});
