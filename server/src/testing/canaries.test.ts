import { describe, expect, it } from 'vitest';
import { hitsIn } from './canaries.ts';

const NAME = { what: 'a name', text: 'Ysolde Bräckwater' };
const SECRET = { what: 'a secret', text: Buffer.from('0123456789abcdef01').toString('base64url') };

describe('the search for canaries', () => {
  const spellings: Readonly<Record<string, (text: string) => string>> = {
    raw: (text) => text,
    'in an address': encodeURIComponent,
    hex: (text) => Buffer.from(text).toString('hex'),
    'in capital hex': (text) => Buffer.from(text).toString('hex').toUpperCase(),
    base64: (text) => Buffer.from(text).toString('base64'),
    base64url: (text) => Buffer.from(text).toString('base64url'),
    'in the middle of base64': (text) => Buffer.from(`{"n":"${text}","m":1}`).toString('base64'),
    'one byte later': (text) => Buffer.from(`{"nn":"${text}"}`).toString('base64'),
    'two bytes later': (text) => Buffer.from(`{"nnn":"${text}"}`).toString('base64url'),
  };
  it.each(Object.entries(spellings))(
    'finds a name and a secret %s, and nothing where they are not [HT43]',
    (_how, spell) => {
      for (const canary of [NAME, SECRET]) {
        const bytes = (text: string) => Buffer.from(`before ${spell(text)} after`);
        expect(hitsIn('here', bytes(canary.text), [NAME, SECRET])).toContainEqual(
          expect.objectContaining({ what: canary.what, place: 'here' }),
        );
        expect(hitsIn('here', bytes('Somebody Elsewhere'), [NAME, SECRET])).toEqual([]);
      }
    },
  );

  it('finds the bytes of a secret, however they are written [HT43]', () => {
    const bytes = Buffer.from(SECRET.text, 'base64url');
    for (const written of [bytes, bytes.toString('hex'), bytes.toString('base64')])
      expect(hitsIn('here', Buffer.from(written), [SECRET])).not.toEqual([]);
  });

  it('finds what Java and browsers write in two bytes a sign, and JSON in escapes [HT43]', () => {
    expect(hitsIn('here', Buffer.from(NAME.text, 'utf16le'), [NAME])).not.toEqual([]);
    expect(hitsIn('here', Buffer.from('Ysolde Br\\u00e4ckwater'), [NAME])).not.toEqual([]);
  });
});
