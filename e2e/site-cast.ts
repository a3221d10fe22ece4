// Several people at one camera, as a proof makes them come in.

import type { Browser } from 'playwright-core';
import { type Actor, newActor } from './cast.ts';

/**
 * They write themselves down in the lobby and ask to come in together.
 * @param names who sits there, first whoever the link is for; the circle names who is heard by the last one
 */
export const askTogether = async (
  browser: Browser,
  link: string,
  site: string,
  names: readonly [string, string, ...string[]],
): Promise<Actor> => {
  const [first, ...others] = names;
  const actor = await newActor(browser, first);
  const { page } = actor;
  await page.goto(link);
  await page.getByRole('checkbox', { name: 'More people at this camera?' }).check();
  await page.getByRole('textbox', { name: 'Your site' }).fill(site);
  const fields = page.getByRole('textbox', { name: 'Name of another person' });
  for (const [index, name] of others.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add a person' }).click();
    await fields.nth(index).fill(name);
  }
  await page.getByRole('textbox', { name: 'Your name' }).fill(first);
  const promises = page.getByRole('group', { name: 'What we promise' }).getByRole('checkbox');
  for (const promise of await promises.all()) await promise.check();
  await page.getByRole('button', { name: /^(?:Both|All \w+) ask to come in$/ }).click();
  return { ...actor, name: names.at(-1) ?? first };
};

/** They sit in the circle. */
export const sitsDown = ({ views }: Actor): Promise<unknown> =>
  views.until('a place in the circle', (view) => view.you.media !== null);
