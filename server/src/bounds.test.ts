// The table of bounds in SECURITY.md, held against the code.

import { readFileSync } from 'node:fs';
import { MAX_BY_LINK, MAX_INVITATIONS, MAX_WAITING } from '@tele-balint/shared/decisions/door';
import { TOLD } from '@tele-balint/shared/session/ended-lines';
import { MOST_AT_ONE } from '@tele-balint/shared/session/names';
import { PLACES } from '@tele-balint/shared/session/rings';
import { MAX_DEPTH, MAX_FRAME } from '@tele-balint/shared/wire';
import { expect, it } from 'vitest';
import { BODY_LIMIT } from './app.ts';
import { COMINGS_PER_MINUTE, RATES } from './budgets.ts';
import { readConfig } from './config.ts';
import { OF_ONE_ADDRESS } from './http/connections.ts';
import { OPENING_LIMIT } from './http/session-routes.ts';
import { MOST_BUFFERED } from './live/outbox.ts';
import { MOST_ANSWERS } from './session/answers.ts';
import { LARGEST_LOG, LARGEST_VIEW } from './testing/open-link-bounds.ts';

const security = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8');
const section = security.split('\n## ').find((one) => one.startsWith('Bounds')) ?? '';
/** What is bounded → its number, as people read it. */
const told = new Map(
  [...section.matchAll(/^\| ([^|]+?) \| ([^|]+?) \|/gm)]
    .map(([, what = '', number = '']) => [what, number] as const)
    .filter(([what]) => what !== 'What' && !what.startsWith('---')),
);

const config = readConfig({}, () => ({ key: 'key', secret: 'secret' }));
const kib = (bytes: number): string => `${bytes / 1_024} KiB`;
const rate = ({ burst, perMinute }: { readonly burst: number; readonly perMinute: number }): string =>
  `${burst} at once, ${perMinute} a minute`;
const day = 24 * 60;

it('[SU30] the bounds in SECURITY.md are those of the code, every one and no other', () => {
  expect(Object.fromEntries(told)).toEqual({
    'People waiting by the open links': `${MAX_WAITING}`,
    'Browsers waiting by one personal link': `${MAX_BY_LINK}`,
    'Lines that are over and still told why': `${TOLD.self} who went, ${TOLD.others} others`,
    Places: `${PLACES.inner} in the inner ring, ${PLACES.outer} in the outer`,
    'People at one camera': `${MOST_AT_ONE}`,
    'Links of a session': `${MAX_INVITATIONS}`,
    'Answers kept of one line': `${MOST_ANSWERS}`,
    '"Ask to come in" at one link, from everywhere': rate(RATES.entriesOfLink),
    '"Ask to come in" at one link, from one address': rate(RATES.entriesAtLink),
    '"Ask to come in" from one address, at all links': rate(RATES.entries),
    'Connections of one line': `${COMINGS_PER_MINUTE} a minute`,
    'Sessions that one address opens': rate(RATES.openings),
    'The same in a day': `${RATES.openingsOfDay.burst} at once, ${RATES.openingsOfDay.perMinute * day} a day`,
    'Requests of one address': `${config.requestsPerMinute} a minute`,
    'Wrong secrets of one address': `${config.failuresPerMinute} a minute`,
    'Sockets that one address opens': rate(RATES.upgrades),
    'Connections that one address holds': `${OF_ONE_ADDRESS}`,
    'Commands of one line': rate(RATES.commands),
    'Entries that one place writes into the log': rate(RATES.written),
    'Envelopes of one line': rate(RATES.relays),
    'Requests of one person at the signal gateway': rate(RATES.signalFrames),
    'A frame from a page': `${kib(MAX_FRAME)}, ${MAX_DEPTH} levels`,
    'The body of a request': `${kib(BODY_LIMIT)}, at an opening ${kib(OPENING_LIMIT)}`,
    'What waits for a page that does not read': kib(MOST_BUFFERED),
    "A leader's view": kib(LARGEST_VIEW),
    'The log of a session, by the open link alone': kib(LARGEST_LOG),
  });
});
