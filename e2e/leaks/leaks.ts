// `npm run leaks`: an evening with crashes and errors, whose names, links and words are looked for in all that it leaves behind.
// `npm run leaks -- plant` leaves one on purpose, and must say so.

import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { RoomServiceClient } from 'livekit-server-sdk';
import { hitsIn, type Canary, type Hit } from '@tele-balint/server/testing/canaries';
import { startTap } from '@tele-balint/server/testing/tap';
import { launchBrowser } from '../browser.ts';
import {
  type Actor,
  askToComeIn,
  choosePresenter,
  comeIn,
  goOn,
  letIn,
  linkInMail,
  newActor,
} from '../cast.ts';
import { startPages } from '../pages.ts';
import type { Stack } from '../stack.ts';
import { stored } from '../stored.ts';
import { until } from '../until.ts';
import { secretsIn as secretsOf } from './secrets-in-page.ts';

const LEADER = 'Quenby Ostrander';
const MEMBER = 'Ysolde Bräckwater';
const GUEST = 'Thorvald Umbridge';
const GROUP = 'Vellichor circle';
const CLOSING = 'Zephyrine said go gently';
/** Milliseconds until a page is back after a crash, and from the announcement to the end. */
const [BACK, ENDED] = [60_000, 90_000];
/** What PRIVACY.md lets the storages of a browser keep after the end. */
const MAY_STAY = /^tele-balint:(you|keys|course|devices|receipt:[\w-]+|reloaded-from|link:[\w-]+)$/;
/** The row of who came in, which their own browser keeps. */
const THEIR_OWN = ['tele-balint:you', 'tele-balint:course'];

/** What is of people and not a secret. */
const PUBLIC = /name|line/;

const DESK = { viewport: { width: 1280, height: 800 }, permissions: ['microphone', 'camera'] };
const plants = process.argv.includes('plant');

type Links = { readonly leader: string; readonly open: string; readonly member: string };

/** The first page, filled in; answers with the links. */
const opens = async ({ page }: Actor, url: string): Promise<Links> => {
  await page.goto(url);
  await page.getByRole('textbox', { name: 'Your name, as leader' }).fill(LEADER);
  await page.getByRole('textbox', { name: /^Name of the group/ }).fill(GROUP);
  await page.getByRole('textbox', { name: /^Members/ }).fill(MEMBER);
  await page
    .getByText(/^Words for the last page/)
    .first()
    .click();
  await page.locator('textarea[name=closing], input[name=closing]').fill(CLOSING);
  await page.getByRole('button', { name: 'Open a room' }).click();
  await page.getByRole('heading', { name: 'The room is open' }).waitFor();
  const link = async (mails: string): Promise<string> => {
    const address = await page.getByRole('link', { name: mails, exact: true }).getAttribute('href');
    return linkInMail(address ?? '');
  };
  return {
    leader: await link(`Mail the link to ${LEADER}`),
    member: await link(`Mail the link to ${MEMBER}`),
    open: await link('Mail the link to everybody else'),
  };
};

const secretsIn = (link: string): readonly [string, string] => {
  const [own = '', room = ''] = new URL(link).hash.slice(1).split('.');
  return [own, room];
};

const canariesOf = (links: Links): readonly Canary[] => [
  ...[LEADER, MEMBER, GUEST].map((text) => ({ what: 'a name', text })),
  { what: 'the name of the group', text: GROUP },
  { what: 'the closing line', text: CLOSING },
  ...Object.entries(links).map(([whose, link]) => ({
    what: `the secret in the ${whose} link`,
    text: secretsIn(link)[0],
  })),
];

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map((one) => path.join(one.parentPath, one.name));

/** All that LiveKit tells of its rooms; `null` while nobody is there. */
const livekitTells = async ({ livekit: { url, key, secret } }: Stack): Promise<Buffer | null> => {
  const rooms = new RoomServiceClient(url, key, secret);
  const all = await rooms.listRooms();
  const people = await Promise.all(all.map(({ name }) => rooms.listParticipants(name)));
  const text = (value: unknown): string =>
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
  return people.flat().length === 0 ? null : Buffer.from(text([all, people]));
};

const tap = await startTap();
const stack = await startPages({ PUBLIC_URL: tap.url, LOG_LEVEL: 'trace', SEALING: 'true' });
tap.lead(stack.url);
const browser = await launchBrowser();
const hits: Hit[] = [];
let searched = 0;

const search = (place: string, bytes: Buffer, canaries: readonly Canary[]): void => {
  searched += bytes.length;
  hits.push(...hitsIn(place, bytes, canaries));
};
const searchFolder = async (canaries: readonly Canary[]): Promise<void> => {
  for (const file of await filesIn(stack.dataDir))
    search(path.relative(stack.dataDir, file), await readFile(file), canaries);
};

/** After the end: what stays is on the list, and holds no secret; names stay in their own row alone. */
const searchBrowser = async (actor: Actor, canaries: readonly Canary[]): Promise<void> => {
  const rows = await actor.page.evaluate(() => [
    ...Object.entries(localStorage),
    ...Object.entries(sessionStorage),
  ]);
  for (const [key, value] of rows) {
    if (!MAY_STAY.test(key))
      hits.push({
        what: 'a row that PRIVACY.md does not name',
        spelling: key,
        place: `storage of ${actor.name}`,
      });
    const wanted = THEIR_OWN.includes(key) ? canaries.filter(({ what }) => what !== 'a name') : canaries;
    search(`storage of ${actor.name}, ${key}`, Buffer.from(value), wanted);
  }
  const all = await stored(actor);
  search(
    `storage of ${actor.name}`,
    Buffer.from(all),
    canaries.filter(({ what }) => !PUBLIC.test(what)),
  );
};

try {
  const [leader, member, guest] = [
    await newActor(browser, LEADER, DESK),
    await newActor(browser, MEMBER, DESK),
    await newActor(browser, GUEST, DESK),
  ];
  const all = [leader, member, guest];
  const told = await Promise.all(all.map(({ page }) => secretsOf(page)));
  const links = await opens(leader, tap.url);
  const room: Canary = { what: 'the secret of the room', text: secretsIn(links.open)[1] };
  const said = [...canariesOf(links), room];
  /** The secret of the room, and all keys that were made of it and beside it until now; each once. */
  const keys = (): readonly Canary[] => [
    ...new Map([room, ...told.flatMap((tell) => tell())].map((one) => [one.text, one])).values(),
  ];
  const canaries = (): readonly Canary[] => [...said, ...keys().slice(1)];

  await comeIn(leader, links.leader);
  await comeIn(member, links.member);
  await askToComeIn(guest, links.open);
  await letIn(leader, GUEST);
  await guest.views.until('a place', ({ you }) => you.media !== null);
  await goOn(leader, 'call');
  await choosePresenter(leader, MEMBER);
  await goOn(leader, 'presentation');

  // A link that leads nowhere, a name that is too long, a disk that takes nothing.
  const stranger = await newActor(browser, 'Nobody', DESK);
  await stranger.page.goto(links.member.replace(/\/s\/[^#]+/, `/s/${'x'.repeat(24)}`));
  await stranger.page.getByRole('alert').first().waitFor();
  await fetch(`${tap.url}/api/sessions/${'x'.repeat(24)}/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: `${MEMBER} ${CLOSING}`.repeat(9),
      secret: secretsIn(links.member)[0],
      group: GROUP,
    }),
  });
  const sessions = path.join(stack.dataDir, 'sessions');
  await rename(sessions, `${sessions}.away`);
  await mkdir(sessions);
  await guest.page.reload();
  await until('an error in the log', () => /a command failed|request failed/.test(stack.server.output()));
  await stack.server.kill();
  await rename(sessions, `${sessions}.empty`);
  await rename(`${sessions}.away`, sessions);
  await stack.server.start();
  for (const actor of all)
    await actor.views.until('the room after a crash', ({ you }) => you.media !== null && you.confirmed, BACK);
  await stack.livekit.kill();
  await stack.livekit.start();
  await member.page.reload();
  for (const actor of all)
    await actor.views.until('the media server again', ({ you }) => you.confirmed, BACK);
  search(
    'LiveKit’s answers',
    await until('somebody in LiveKit', () => livekitTells(stack), BACK),
    canaries(),
  );
  await searchFolder(canaries());

  await leader.page.getByRole('button', { name: 'End…' }).click();
  await leader.page.getByRole('button', { name: 'End in 60 seconds' }).click();
  for (const { page } of all) await page.getByText('Thank you for today.').waitFor({ timeout: ENDED });
  await stack.server.kill();
  await stack.server.start();
  if (plants) {
    const key = Buffer.from(keys().at(-1)?.text ?? '', 'base64url');
    await fetch(`${tap.url}/healthz`, {
      method: 'POST',
      body: Buffer.concat([Buffer.from('x'), key]).toString('base64'),
    });
  }
  if (plants) await fetch(`${tap.url}/healthz?of=${Buffer.from(`who ${GUEST} is`).toString('base64url')}`);
  await member.page.reload();
  await member.page.getByText('The key to this evening').waitFor();

  for (const actor of all) await searchBrowser(actor, canaries());
  await searchFolder(canaries());
  search('the server’s log', Buffer.from(stack.server.output()), canaries());
  search('LiveKit’s log', Buffer.from(stack.livekit.output()), canaries());
  search('addresses and headers', tap.heads(), canaries());
  // Names and links' secrets are said to the server; the secret of the room and keys never are.
  search('bodies and frames', tap.contents(), keys());
  for (const what of ['a key of a sender', 'what all who have the link share'])
    if (!keys().some((one) => one.what === what))
      throw new Error(`${what} was never seen: nothing was searched`);
  if (hitsIn('', tap.contents(), said).length === 0)
    throw new Error('nothing was said to the server: nothing was searched');

  for (const { what, spelling, place } of hits) console.log(`${what}, ${spelling}: ${place}`);
  console.log(`searched ${Math.round(searched / 1024)} KiB`);
  console.log(`${canaries().length} canaries, ${hits.length} hits`);
  process.exitCode = hits.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await stack.stop();
  await tap.stop();
}
