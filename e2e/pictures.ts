// Pictures of the real room, for the README: real browsers, a plain coloured figure for each person's camera.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from './browser.ts';
import { type Actor, choosePresenter, comeIn, everybodyIn, goOn, linkTo, newActor } from './cast.ts';
import { lookOf, showFigure } from './figure.ts';
import { openSession } from './people.ts';
import { startPages } from './pages.ts';
import { until } from './until.ts';

const folder = path.resolve(import.meta.dirname, '../docs/pictures');
const CAST = ['Ruth Adler', 'Claire Dubois', 'Samir Haddad', 'Mei Lin', 'Priya Nair'] as const;
const [LEADER, PRESENTER] = CAST;
const DESK = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };

await mkdir(folder, { recursive: true });
const stack = await startPages({ SEALING: 'true' });
const session = await openSession(stack.url, {
  [LEADER]: 'leader',
  ...Object.fromEntries(CAST.slice(1).map((name) => [name, 'member' as const])),
  'Anneke de Vries': 'member',
});
const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
const browser = await launchBrowser();
const actors: Actor[] = [];

const person = async (name: string, options: typeof DESK | typeof PHONE): Promise<Actor> => {
  const actor = await newActor(browser, name, options);
  await actor.page.addInitScript(showFigure, lookOf(actors.length));
  return actor;
};
const picture = async ({ page }: Actor, name: string): Promise<void> => {
  // Words that fade and chairs that glide are at their end.
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
  console.log(path.join('docs', 'pictures', `${name}.png`));
};

/** The first page, filled in for an evening of two cases with a site. */
const opening = async (): Promise<void> => {
  const actor = await newActor(browser, LEADER, { viewport: { width: 1366, height: 768 } });
  const { page, device } = actor;
  await page.goto(stack.url);
  await page.getByRole('radio', { name: 'On a day' }).check();
  const inAWeek = new Date(Date.now() + 7 * 86_400_000);
  await page.getByLabel('Day', { exact: true }).fill(inAWeek.toISOString().slice(0, 10));
  await page.getByLabel('Begins').fill('18:30');
  await page.getByRole('textbox', { name: 'Your name, as leader' }).fill(LEADER);
  await page.getByRole('textbox', { name: /^Co-leader/ }).fill('Tomás Vidal');
  await page.getByRole('textbox', { name: /^Name of the group/ }).fill('Thursday group');
  await page
    .getByRole('textbox', { name: /^Members/ })
    .fill(`${CAST.slice(1).join('\n')}\nYork: Kofi Mensah, Elena Petrova, Ben Ott\n`);
  await page.getByRole('radio', { name: /^Two with a break/ }).check();
  await page.getByRole('img', { name: /2 cases/ }).waitFor();
  await picture(actor, 'opening');
  await device.close();
};

await opening();
for (const name of CAST) {
  const actor = await person(name, name === PRESENTER ? PHONE : DESK);
  await comeIn(actor, link(name));
  actors.push(actor);
}
const [leader, presenter] = actors as [Actor, Actor];
const guest = await person('Anneke de Vries', DESK);
await guest.page.goto(link('Anneke de Vries'));
await guest.page.getByRole('button', { name: 'Turn off my camera' }).waitFor();
await until('her picture', () =>
  guest.page.evaluate(() =>
    [...document.querySelectorAll('video')].some((video) => video.videoWidth > 0 && !video.paused),
  ),
);
await picture(guest, 'lobby');

await goOn(leader, 'call');
await choosePresenter(leader, PRESENTER);
await goOn(leader, 'discussion');
await everybodyIn(actors, 'discussion');
const pictures = (actor: Actor): Promise<number> =>
  actor.page.evaluate(
    () => [...document.querySelectorAll('video')].filter((video) => video.videoWidth > 0).length,
  );
await until(
  'every picture',
  async () => (await pictures(leader)) === CAST.length && (await pictures(presenter)) === CAST.length,
  30_000,
);
await picture(leader, 'leader');
await picture(presenter, 'presenter-sitting-back');
await browser.close();
await stack.stop();
