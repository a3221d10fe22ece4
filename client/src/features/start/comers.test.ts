import { describe, expect, it } from 'vitest';
import { comersIn, peopleIn, textOf, written } from './comers.ts';

describe('who is written down to come', () => {
  it('[ST22] one a line; a place with several at one camera after its colon', () => {
    expect(comersIn(' Mei Lin \n\nYork: Claire , Kofi;Elena\nDr: Ada\n')).toEqual([
      { name: 'Mei Lin', people: [] },
      { name: 'York', people: ['Claire', 'Kofi', 'Elena'] },
      { name: 'Dr: Ada', people: [] },
    ]);
    expect(peopleIn('Mei\nYork: A, B, C\n')).toBe(4);
  });

  it('[ST22] the last line is being written and counts; the others stand', () => {
    const { done, line } = written('Mei Lin\nYork: A, B\nSam');
    expect([done.map(({ name }) => name), line]).toEqual([['Mei Lin', 'York'], 'Sam']);
    expect(textOf(done, line)).toBe('Mei Lin\nYork: A, B\nSam');
    expect(textOf(done, '')).toBe('Mei Lin\nYork: A, B\n');
    expect(written('')).toEqual({ done: [], line: '' });
  });
});
