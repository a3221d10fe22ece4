import { describe, expect, it } from 'vitest';
import { freshId, freshSecret, hashOf, linkOf, secretsIn } from './links.ts';

const parts = { sessionId: freshId(), secret: freshSecret(), roomSecret: freshSecret() };

describe('links', () => {
  it('[ST1] a link keeps both secrets in its fragment and gives them back', () => {
    const link = new URL(linkOf('https://room.example', parts));
    expect(link.pathname).toBe(`/s/${parts.sessionId}`);
    expect(secretsIn(link.hash)).toEqual({ secret: parts.secret, roomSecret: parts.roomSecret });
  });

  it('[ST1] a fragment of another form opens nothing', () => {
    for (const hash of [
      '',
      '#',
      '#abc',
      `#${parts.secret}`,
      `#${parts.secret}.${parts.roomSecret}.x`,
      '#a b.c d',
    ])
      expect(secretsIn(hash)).toBeNull();
  });

  it('[ST2] secrets are 32 random bytes and their hash has the form of the wire', async () => {
    expect(freshSecret()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(freshSecret()).not.toBe(freshSecret());
    expect(freshId()).toMatch(/^[A-Za-z0-9_-]{24}$/);
    expect(await hashOf('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });
});
