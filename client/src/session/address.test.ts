import { describe, expect, it } from 'vitest';
import { secretsIn, sessionIn } from './address.ts';

describe('the link', () => {
  it('[SC1] reads the session from the path and nothing from any other page', () => {
    expect(sessionIn('/s/abcdefghijklmnopqrstuv')).toBe('abcdefghijklmnopqrstuv');
    expect(sessionIn('/')).toBeNull();
    expect(sessionIn('/s/short')).toBeNull();
  });

  it('[SC1] reads both secrets from the fragment', () => {
    expect(secretsIn(`#${'i'.repeat(43)}.${'r'.repeat(43)}`)).toEqual({
      invitation: 'i'.repeat(43),
      roomSecret: 'r'.repeat(43),
    });
    expect(secretsIn('')).toBeNull();
    expect(secretsIn('#made')).toBeNull();
  });
});
