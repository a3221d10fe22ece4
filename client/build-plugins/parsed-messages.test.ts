import IntlMessageFormat from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { start } from '../src/text/en-start.ts';
import { MESSAGES } from '../src/text/text.ts';
import { parsed } from './parsed-messages.ts';

describe('messages parsed by the build', () => {
  it('say what their sources say', () => {
    for (const message of Object.values({ ...MESSAGES, ...start })) {
      const shipped = parsed(message);
      const wanted = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true });
      const given =
        typeof shipped === 'string' ? shipped : new IntlMessageFormat([...shipped], 'en').getAst();
      expect(typeof given === 'string' ? [{ type: 0, value: given }] : given).toEqual(wanted.getAst());
    }
  });

  it('keeps a message without arguments as words, its quoting resolved', () => {
    expect(parsed("It''s here")).toBe("It's here");
    expect(parsed('{name} is here')).toHaveLength(2);
  });
});
