import { expect, it } from 'vitest';
import { withSecrets } from './secrets.mjs';

const lines = (text) => text.split('\n');

it('secrets of an installation are made where there are none, each its own [SU19]', () => {
  const { text, made } = withSecrets('DOMAIN=balint.example\nLIVEKIT_API_SECRET=\n');
  expect(made).toEqual(['LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET', 'ORGANISER_KEY']);
  const values = lines(text).flatMap((line) => /^[A-Z_]+=([\w-]{43})$/.exec(line)?.[1] ?? []);
  expect(new Set(values).size).toBe(3);
  expect(lines(text)[0]).toBe('DOMAIN=balint.example');
  expect(lines(text)).toHaveLength(5);
});

it('and stay as they are where they are set [SU19]', () => {
  const once = withSecrets('ORGANISER_KEY=open sesame\n').text;
  expect(lines(once)[0]).toBe('ORGANISER_KEY=open sesame');
  expect(withSecrets(once)).toEqual({ text: once, made: [] });
});
