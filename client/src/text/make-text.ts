import IntlMessageFormat from 'intl-messageformat';

export type Values = Readonly<Record<string, string | number>>;

export const LANGUAGE = 'en';

/** A name that ends with a full stop, "Dr.", at the end of a sentence: two stops are one. */
const TWO_STOPS = /(?<!\.)\.\.(?!\.)/g;

/** The sentence for a key of these messages, with its values put in. */
export const makeText = <K extends string>(messages: Readonly<Record<K, string>>) => {
  const known = new Map<K, IntlMessageFormat>();
  const messageOf = (key: K): IntlMessageFormat => {
    const before = known.get(key);
    if (before) return before;
    const message = new IntlMessageFormat(messages[key], LANGUAGE, undefined, { ignoreTag: true });
    known.set(key, message);
    return message;
  };
  return (key: K, values?: Values): string => String(messageOf(key).format(values)).replace(TWO_STOPS, '.');
};
