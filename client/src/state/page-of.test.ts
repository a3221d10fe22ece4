import { describe, expect, it } from 'vitest';
import { pageOf, problemIn } from './page-of.ts';

const view = { kind: 'room' } as never;

describe('the page of a window', () => {
  it('[SC7] a broken line leaves the page standing, whatever broke it', () => {
    for (const link of ['down', 'too-soon', 'unavailable', 'connecting', 'up'] as const) {
      expect(pageOf({ link, view })).toBe('room');
      expect(pageOf({ link, view: null })).toBe('connecting');
    }
  });

  it('[SC7] an answer that does not pass has a page of its own', () => {
    for (const link of ['removed', 'unauthorised', 'reload'] as const) {
      expect(pageOf({ link, view })).toBe(link);
      expect(problemIn({ link })).toBe(link);
    }
    expect(pageOf({ link: 'elsewhere', view })).toBe('elsewhere');
  });
});
