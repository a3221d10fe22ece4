// Actors: they do what people do, with the page's own buttons, found by role and name.

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { complaintsOf, newDevice } from './browser.ts';
import { giveEars } from './page-ears.ts';
import { roomSecret } from './room-secret.ts';
import { type Views, viewsOf } from './views.ts';
import type { PhaseKind } from '@tele-balint/shared/protocol/phases';

export type Actor = {
  readonly name: string;
  readonly page: Page;
  readonly device: BrowserContext;
  readonly views: Views;
  readonly complaints: readonly string[];
};

/** A link as a leader sends it. */
export const linkTo = (url: string, session: string, secret: string): string =>
  `${url}/s/${session}#${secret}.${roomSecret}`;

/** Another window on a device that somebody has already. */
export const newWindow = async (name: string, device: BrowserContext): Promise<Actor> => {
  const page = await device.newPage();
  await giveEars(page);
  return { name, page, device, views: viewsOf(page, name), complaints: complaintsOf(page) };
};

export const newActor = async (
  browser: Browser,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Actor> => newWindow(name, await newDevice(browser, options));

/**
 * Opens the link, says who they are, promises what we promise each other, and asks.
 * @param contact how they are reached if their line breaks; empty where they do not say
 */
export const askToComeIn = async ({ page, name }: Actor, link: string, contact = ''): Promise<void> => {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  for (const promise of await page
    .getByRole('group', { name: 'What we promise' })
    .getByRole('checkbox')
    .all()) {
    await promise.check();
  }
  if (contact !== '') await page.getByRole('textbox', { name: /^If my line breaks/ }).fill(contact);
  await page.getByRole('button', { name: 'Ask to come in' }).click();
};

/** The same, until the circle is there and the media server knows them. */
export const comeIn = async (actor: Actor, link: string, contact?: string): Promise<void> => {
  await askToComeIn(actor, link, contact);
  await actor.views.until('a place in the circle', (view) => view.you.media !== null);
};

/** Milliseconds after which two presses of one button, or of one key, are two. */
const APART = 600;

/** Waits until a press is no second one of an earlier press any more, by the page's own clock. */
export const later = async ({ page }: Actor, apart = APART): Promise<unknown> => {
  const then = await page.evaluate((time) => performance.now() + time, apart);
  return page.waitForFunction((instant) => performance.now() > instant, then);
};

/** A leader presses "Let in" beside a name. */
export const letIn = async (leader: Actor, name: string): Promise<void> =>
  leader.page.getByRole('button', { name: `Let in ${name}`, exact: true }).click();

/** A leader says to the room who tells the case. */
export const choosePresenter = async (leader: Actor, name: string): Promise<void> => {
  const choice = leader.page.getByRole('region', { name: 'Notices' });
  await choice.getByRole('combobox', { name: 'Presenter' }).selectOption({ label: name });
  await choice.getByRole('button', { name: 'Presents' }).click();
  await leader.views.until(`${name} presents`, ({ presenter, places }) =>
    places.some((place) => place.seat === presenter && place.name === name),
  );
};

/** A leader presses "Begin", where nobody has yet, and the moment after it passes. */
export const begin = async (leader: Actor): Promise<void> => {
  if (leader.views.room().session.begun) return;
  await leader.page.getByRole('button', { name: 'Begin', exact: true }).click();
  await leader.views.until('the beginning', (view) => view.session.begun && view.leader?.rests === false);
};

/** A leader presses "Next" once, in a session that has begun by then. */
export const pressNext = async (leader: Actor): Promise<void> => {
  await begin(leader);
  const { turn } = leader.views.room().course;
  await leader.page.getByRole('button', { name: /^Next: / }).click();
  await leader.views.until('the next phase', (view) => view.course.turn > turn);
};

/** A leader begins, and presses "Next" until a phase of this kind runs. */
export const goOn = async (leader: Actor, kind: PhaseKind): Promise<void> => {
  await begin(leader);
  while (leader.views.room().course.kind !== kind) await pressNext(leader);
};

/** Everybody was told of this phase, with rights that the media server has confirmed. */
export const everybodyIn = async (actors: readonly Actor[], kind: PhaseKind): Promise<void> => {
  await Promise.all(
    actors.map(({ views }) =>
      views.until(`${kind}, confirmed`, (view) => view.course.kind === kind && view.you.confirmed),
    ),
  );
};

/** Presses the own microphone or camera button; its name says what the press does. */
export const press = async ({ page }: Actor, what: RegExp): Promise<void> => {
  const place = page.getByRole('region', { name: 'Your place' });
  await place
    .getByRole('button', { name: what })
    .click()
    .catch(async (error: unknown) => {
      const there = await place.getByRole('button').allTextContents();
      throw new Error(`no press on ${what}; the buttons: ${there.join(' | ')}`, { cause: error });
    });
};

/** Chooses from the menu of the own controls what is seldom needed. */
export const chooseMore = async (actor: Actor, item: RegExp): Promise<void> => {
  await press(actor, /^More/);
  await actor.page.getByRole('menu', { name: 'More' }).getByRole('menuitem', { name: item }).click();
};

/** Presses a key twice as a hurried hand does, however busy this program is: nothing waits between the two. */
export const pressTwice = async ({ keyboard }: Page, key: string, held?: 'Alt'): Promise<void> => {
  const twice = [keyboard.down, keyboard.up, keyboard.down, keyboard.up].map((turn) => [turn, key] as const);
  const turns =
    held === undefined ? twice : [[keyboard.down, held] as const, ...twice, [keyboard.up, held] as const];
  await Promise.all(turns.map(([turn, which]) => turn.call(keyboard, which)));
};

/** Whose identity this is, for messages that people can read. */
export const namesOf = (actor: Actor): ReadonlyMap<string, string> =>
  new Map(
    actor.views
      .room()
      .places.flatMap(({ name, media }) => (media.identity === null ? [] : [[media.identity, name]])),
  );

/** The one link in the text of a `mailto:`; empty where there is none. */
export const linkInMail = (address: string): string =>
  /https?:\/\/\S+#\S+/.exec(decodeURIComponent(address))?.[0] ?? '';

/** Reads the links off the page at `/` after opening a room there. */
export const openRoom = async (
  { page }: Actor,
  url: string,
  { leader, members, protectStory }: { leader: string; members: readonly string[]; protectStory: boolean },
): Promise<{ readonly leader: string; readonly open: string; readonly of: (name: string) => string }> => {
  await page.goto(url);
  await page.getByRole('textbox', { name: 'Your name, as leader' }).fill(leader);
  await page.getByRole('textbox', { name: /^Members/ }).fill(members.join('\n'));
  await page.getByRole('checkbox', { name: /^Protect the story/ }).setChecked(protectStory);
  await page.getByRole('button', { name: 'Open a room' }).click();
  await page.getByRole('heading', { name: 'The room is open' }).waitFor();
  const link = async (mails: string): Promise<string> => {
    const address = await page.getByRole('link', { name: mails, exact: true }).getAttribute('href');
    return linkInMail(address ?? '');
  };
  const links = new Map(
    await Promise.all(members.map(async (name) => [name, await link(`Mail the link to ${name}`)] as const)),
  );
  return {
    leader: await link(`Mail the link to ${leader}`),
    open: await link('Mail the link to everybody else'),
    of: (name) => links.get(name) ?? '',
  };
};
