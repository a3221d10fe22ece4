// Good requests and frames, to be broken: none of them knows a secret of the session that is there.

import { SOCKETS, SIGNAL } from '@tele-balint/shared/addresses';
import { FRAMES_THAT_END } from '../testing/bad-frames.ts';
import { FRAMES } from '../testing/command-frames.ts';
import { enterBodyOf, freshGroup, freshLink, openBodyOf } from '../testing/group.ts';
import { freshId } from '../testing/raw-socket.ts';

/** The key of the organiser in a fuzz. */
export const ORGANISER = 'the key of whoever opens rooms here';

const [group, link] = [freshGroup(), freshLink()];
const beside = { site: 'York', people: [{ name: 'Ivo', profession: 'GP' }] };
const opening = {
  ...openBodyOf(group),
  organiserKey: ORGANISER,
  startsAt: 1_800_000_000_000,
  closingLine: 'Go well',
};

/** What opens a session. */
export const OPEN = JSON.stringify(opening);
const at = (end: string): string => `/api/sessions/${group.id}${end}`;
/** Whole requests that know no secret: where they go, and what they say. */
export const SAMPLES: readonly { readonly method: string; readonly path: string; readonly text: string }[] = [
  { method: 'PUT', path: at(''), text: OPEN.replace(ORGANISER, 'another key') },
  { method: 'POST', path: at('/look'), text: JSON.stringify({ secret: link.secret }) },
  { method: 'POST', path: at('/enter'), text: JSON.stringify(enterBodyOf(link, 'Ada')) },
  { method: 'POST', path: at('/enter'), text: JSON.stringify({ ...enterBodyOf(link, 'Ada', true), beside }) },
  {
    method: 'POST',
    path: at('/media'),
    text: JSON.stringify({ token: `${freshId()}.${freshId()}`, identity: freshId(), resuming: true }),
  },
  { method: 'POST', path: at('/forgotten'), text: JSON.stringify({ receipt: freshId() }) },
];
const { id } = group;
export const PATHS: readonly string[] = [
  ...['', '/look', '/enter', '/media', '/forgotten'].map((end) => `/api/sessions/${id}${end}`),
  ...[
    '/api/about',
    '/healthz',
    '/readyz',
    '/',
    `/s/${id}`,
    '/assets/x.js',
    '/bundle-sha256.txt',
    '/api/sessions//look',
  ],
  ...[
    `${SOCKETS}/${id}/?EIO=4&transport=websocket`,
    `${SIGNAL}/${id}/rtc/validate?access_token=x`,
    `${SIGNAL}/${id}/rtc`,
  ],
];

/** Frames of a socket: every command, an envelope, and what ends a connection by itself. */
export const frames = (): readonly string[] => [
  ...Object.entries(FRAMES).map(
    ([type, given]) => `420["command",${JSON.stringify({ id: freshId(), command: { type, ...given } })}]`,
  ),
  `420["relay",{"to":["${freshId()}"],"sealed":"x"}]`,
  ...FRAMES_THAT_END.flatMap(([, text]) => (typeof text === 'string' && text.length < 5_000 ? [text] : [])),
];

/** Addresses of the signal, as clients of both kinds ask for them; the token of nobody. */
export const signals: readonly string[] = [
  `${SIGNAL}/${id}/rtc?access_token=x.y.z&auto_subscribe=0&sdk=js&version=2.15.0&protocol=16&adaptive_stream=1`,
  `${SIGNAL}/${id}/rtc/v1?access_token=x.y.z&join_request=EgA=`,
];
