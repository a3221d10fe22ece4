// What the formatter imports instead of the parser: whatever is still a string has been found to be words alone.

export * from '@formatjs/icu-messageformat-parser/no-parser.js';

/** The one element of a message of words alone: 0 is the parser's number for a literal. */
export const parse = (message: string) => [{ type: 0, value: message }];
