import { TokenVerifier } from 'livekit-server-sdk';
import { expect, it } from 'vitest';
import { mintJoin } from './tokens.ts';

const KEYS = { key: 'key', secret: 'a secret that is long enough to sign with' };

it('is a token of two minutes, to join one room and send nothing [HT7]', async () => {
  const before = Math.floor(Date.now() / 1_000);
  const token = await mintJoin(KEYS, 'm.circle', 'alice');
  const { exp, nbf, video, sub } = await new TokenVerifier(KEYS.key, KEYS.secret).verify(token);
  expect(sub).toBe('alice');
  expect(Number(exp) - Number(nbf)).toBeLessThanOrEqual(120);
  expect(Number(exp) - before).toBeGreaterThan(60);
  expect(video).toEqual({
    roomJoin: true,
    room: 'm.circle',
    canSubscribe: true,
    canPublish: false,
    canPublishData: false,
    canUpdateOwnMetadata: false,
  });
});
