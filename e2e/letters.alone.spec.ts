// Proof: what leaders write to each other, and how somebody is reached, opens at leaders' pages alone and stands nowhere else.

import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { hitsIn } from '@tele-balint/server/testing/canaries';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, chooseMore, comeIn, linkTo, newActor } from './cast.ts';
import { DRAWER, NOTICES } from './parts.ts';
import { openSession } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { stored } from './stored.ts';
import { until } from './until.ts';

const NOTE = 'Quixotic zephyr, shall we move on?';
const CONTACT = '+44 20 7946 0815 vellichor';
const CANARIES = [
  { what: 'the note', text: NOTE },
  { what: 'the contact', text: CONTACT },
];
const DESK = { viewport: { width: 1280, height: 800 } };
/** How a letter begins, as an envelope carries it: version 1, type 7, and two bits of the page's own name. */
const LETTER = /"sealed":"(AQ[c-f][\w-]+)"/;

describe('where sound is sealed', () => {
  let stack: Stack;
  let browser: Browser;
  let actors: readonly [Actor, Actor, Actor];
  /** Everything that went over the sockets of all pages to our server. */
  const frames: string[] = [];
  const drawer = ({ page }: Actor) => page.locator(DRAWER);
  const field = (actor: Actor) => drawer(actor).locator('input[name=note]');

  beforeAll(async () => {
    stack = await startPages({ SEALING: 'true', LOG_LEVEL: 'debug' });
    browser = await launchBrowser();
    const roles = { Ruth: 'leader', Tom: 'coLeader', Ben: 'member' } as const;
    const session = await openSession(stack.url, roles);
    const come = async (name: keyof typeof roles): Promise<Actor> => {
      const actor = await newActor(browser, name, DESK);
      actor.page.on('websocket', (socket) => {
        if (!socket.url().includes('/socket.io/')) return;
        socket.on('framesent', ({ payload }) => frames.push(String(payload)));
        socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
      });
      const link = linkTo(stack.url, session.id, session.secretOf(name));
      await comeIn(actor, link, name === 'Ben' ? CONTACT : undefined);
      return actor;
    };
    actors = [await come('Ruth'), await come('Tom'), await come('Ben')];
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[LT2] a note reaches who leads besides, once though Send was pressed twice, and no member', async () => {
    const [ruth, tom, ben] = actors;
    await field(ruth).fill(NOTE);
    const send = drawer(ruth).getByRole('button', { name: 'Send' });
    await send.dblclick();
    // Where pages still agree on who is there, since Ben has just come, it may reach nobody; then one sends it again.
    await until('the note at the other leader’s page', async () => {
      if ((await tom.page.locator(NOTICES).getByText(NOTE).count()) > 0) return true;
      if (await drawer(ruth).getByText('It has reached nobody').isVisible()) await send.dblclick();
      return false;
    });
    await until('the free field', async () => (await field(ruth).inputValue()) === '');
    await tom.page.locator(NOTICES).getByRole('button', { name: 'Seen' }).click();
    expect(await drawer(tom).getByText(NOTE).count()).toBe(1);
    expect(await ben.page.getByText(NOTE).count()).toBe(0);
  });

  test('[LT2] a note to a page that is cut off says that it has reached nobody, and stays in the field', async () => {
    const [ruth, tom] = actors;
    // Typed before: where nobody else leads there is no field to begin in.
    await field(ruth).fill('are you there?');
    await tom.device.setOffline(true);
    await field(ruth).press('Enter');
    await drawer(ruth).getByText('It has reached nobody').waitFor();
    expect(await field(ruth).inputValue()).toBe('are you there?');
    await tom.device.setOffline(false);
    await tom.views.until('his place again', (view) => view.you.media !== null);
  });

  test('[LT3] how somebody is reached is shown to who leads, stands in no storage, and stays when their page is cut off', async () => {
    const [ruth, tom, ben] = actors;
    await drawer(ruth).getByText('Everybody in the circle', { exact: true }).click();
    await drawer(ruth).getByText(CONTACT).waitFor();
    expect(await stored(ben)).not.toContain(CONTACT);
    expect(await stored(ruth)).not.toContain(CONTACT);
    await ben.page.close();
    await ruth.views.until('that he is away', ({ leader }) => (leader?.away.length ?? 0) > 0);
    const lines = drawer(ruth).getByRole('region', { name: /^Lines/ });
    await until('it beside who is away', async () => (await lines.getByText(CONTACT).count()) === 2);
    // Whoever leads and is loaded anew has nothing of it: his page is away.
    await tom.page.reload();
    await tom.views.until('a place', (view) => view.you.media !== null);
    expect(await tom.page.getByText(CONTACT).count()).toBe(0);
  });

  test('[LT1] neither frame, nor log, nor data folder holds a word of either, and letters went', async () => {
    const sealed = frames.flatMap((frame) => LETTER.exec(frame)?.[1] ?? []);
    expect(sealed.length).toBeGreaterThan(5);
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
    const files = await readdir(stack.dataDir, { recursive: true, withFileTypes: true });
    const held = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(path.join(file.parentPath, file.name))),
    );
    const all = [Buffer.from(frames.join('\n')), Buffer.from(stack.server.output()), ...held];
    expect(all.flatMap((bytes, at) => hitsIn(String(at), bytes, CANARIES))).toEqual([]);
    expect(hitsIn('here', Buffer.from(NOTE), CANARIES).map(({ what }) => what)).toContain('the note');
  });

  test('[LT3] it is offered behind "More", also to take back', async () => {
    const [ruth, tom] = actors;
    await chooseMore(ruth, /^If my line breaks/);
    const asked = ruth.page.getByRole('dialog');
    await asked.getByRole('textbox').fill('+49 30');
    await asked.getByRole('button', { name: 'Save' }).click();
    await drawer(tom).getByText('Everybody in the circle', { exact: true }).click();
    await drawer(tom).getByText('+49 30').waitFor();
    await chooseMore(ruth, /^If my line breaks/);
    await asked.getByRole('textbox').fill('');
    await asked.getByRole('button', { name: 'Save' }).click();
    await drawer(tom).getByText('+49 30').waitFor({ state: 'detached' });
  });
});
