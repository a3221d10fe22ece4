// The page carries no parser for messages: the build parses them, only the formatter is shipped.

import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

type Parsed = string | readonly MessageFormatElement[];

/** A message as it is shipped: words alone stay words, everything else is what the parser made of it. */
export const parsed = (message: string): Parsed => {
  const elements = parse(message, { ignoreTag: true });
  const [only, ...rest] = elements;
  return only?.type === TYPE.literal && rest.length === 0 ? only.value : elements;
};

const TEXTS = /\/client\/src\/text\/en-[a-z]+\.ts$/;

/** Replaces what the files of words export by the parsed messages. */
export const parsedMessages = (): Plugin => ({
  name: 'parsed-messages',
  apply: 'build',
  enforce: 'pre',
  async load(id) {
    if (!TEXTS.test(id.replaceAll('\\', '/'))) return null;
    const words = (await import(id)) as Record<string, Record<string, string>>;
    return Object.entries(words)
      .map(([name, messages]) => {
        const entries = Object.entries(messages).map(([key, message]) => [key, parsed(message)]);
        return `export const ${name} = ${JSON.stringify(Object.fromEntries(entries))};`;
      })
      .join('\n');
  },
});
