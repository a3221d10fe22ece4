// Words that must stand nowhere: looked for as they are, and in the spellings in which programs write bytes.

export type Canary = { readonly what: string; readonly text: string };

/** Where something was found, and how it was spelled there. */
export type Hit = { readonly what: string; readonly spelling: string; readonly place: string };

/** How the middle of a longer text looks in base64, wherever in its groups of three it begins. */
const inBase64 = (bytes: Buffer, form: 'base64' | 'base64url'): readonly string[] =>
  [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const text = whole.toString(form).replaceAll('=', '');
    // The first characters hold what stood before, the last one what comes after.
    const [from, rest] = [[0, 2, 3][before] ?? 0, whole.length % 3];
    return text.slice(from, rest === 0 ? undefined : -1);
  });

const escaped = (text: string): string =>
  [...text]
    .map((sign) => (sign < '\u0080' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .join('');

/** Every spelling of a text that is looked for; each of its own kind once. */
const spellingsOf = (text: string): readonly (readonly [string, string])[] => {
  const spelled = (of: string, bytes: Buffer): readonly (readonly [string, string])[] => [
    [`${of}hex`, bytes.toString('hex')],
    [`${of}hex`, bytes.toString('hex').toUpperCase()],
    ...inBase64(bytes, 'base64').map((one) => [`${of}base64`, one] as const),
    ...inBase64(bytes, 'base64url').map((one) => [`${of}base64url`, one] as const),
  ];
  const secret = /^[A-Za-z0-9_-]{22,}$/.test(text);
  return [
    ['raw', text],
    ['in an address', encodeURIComponent(text)],
    ['in a form', encodeURIComponent(text).replaceAll('%20', '+')],
    ['escaped', escaped(text)],
    ['of two bytes a sign', Buffer.from(text, 'utf16le').toString('latin1')],
    ...spelled('', Buffer.from(text)),
    // A secret is bytes, written in base64url.
    ...(secret ? spelled('its bytes in ', Buffer.from(text, 'base64url')) : []),
    ...(secret ? [['its bytes', Buffer.from(text, 'base64url').toString('latin1')] as const] : []),
  ];
};

/** Looks for all of them in some bytes. */
export const hitsIn = (place: string, bytes: Buffer, canaries: readonly Canary[]): readonly Hit[] => {
  const latin = bytes.toString('latin1');
  return canaries.flatMap(({ what, text }) => {
    const found = spellingsOf(text).filter(
      ([, spelled]) =>
        latin.includes(
          Buffer.from(spelled, /[^\u0000-\u00ff]/.test(spelled) ? 'utf8' : 'latin1').toString('latin1'),
        ) || latin.includes(Buffer.from(spelled, 'utf8').toString('latin1')),
    );
    return [...new Set(found.map(([spelling]) => spelling))].map((spelling) => ({ what, spelling, place }));
  });
};
