// A sealed room at a media server that lies: a leader and two members, each with a tone of their own, and a tap in each worker.

import { launchBrowser } from './browser.ts';
import { type Actor, begin, comeIn, everybodyIn, linkTo, newActor } from './cast.ts';
import { tapWorkers } from './frame-tap.ts';
import { type LyingMedia, lyingMedia } from './lying-media.ts';
import { soundSent } from './page-ears.ts';
import { startPages } from './pages.ts';
import { openSession } from './people.ts';
import { singsOn } from './singing.ts';
import { until } from './until.ts';

const ROLES = { Ada: 'leader', Ben: 'member', Bo: 'coLeader', Cleo: 'member', Dan: 'member' } as const;
/** Hertz: the three pages', and that of whoever is unsealed. */
export const PITCHES = [450, 700, 950, 1_300] as const;
/** Which of them is whose. */
export const [ADA, BEN, CLEO, BARE] = [0, 1, 2, 3] as const;

export const identityOf = ({ views }: Actor): string => views.room().you.media?.identity ?? '';

/** Until a page has its keys, and sends. */
export const sends = ({ name, page }: Actor): Promise<unknown> =>
  until(`${name} to have keys, and to send`, async () => (await soundSent(page)) > 50, 40_000);

/** Starts everything; Ada and Ben are in, Cleo is not yet. `stop` ends it all. */
export const startLiedTo = async () => {
  let media: LyingMedia | undefined;
  const stack = await startPages({ SEALING: 'true' }, async (livekit) => {
    media = await lyingMedia(livekit);
    return media.url;
  });
  const liar = media as unknown as LyingMedia;
  const browser = await launchBrowser();
  const stop = async (): Promise<void> => {
    await browser.close();
    await stack.stop();
    liar.close();
  };
  // Whoever has no page here is not to be one of those who agree.
  const session = await openSession(stack.url, ROLES, { agree: false });
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const names = ['Ada', 'Ben', 'Cleo'];
  const [ada, ben, cleo] = (await Promise.all(names.map((name) => newActor(browser, name)))) as [
    Actor,
    Actor,
    Actor,
  ];
  for (const [at, { page }] of [ada, ben, cleo].entries()) {
    await singsOn(page, PITCHES[at]);
    await tapWorkers(page);
  }
  // Cleo's is a program of her own: its worker outlives everything.
  await cleo.page.addInitScript(() => (Worker.prototype.terminate = () => undefined));
  for (const actor of [ada, ben]) await comeIn(actor, link(actor.name));
  await begin(ada);
  await everybodyIn([ada, ben], 'arrive');
  /** Makes a page take its signal up again, told what is told now. */
  const resume = async (actor: Actor): Promise<void> => {
    const who = identityOf(actor);
    const before = liar.begun(who);
    liar.cut(who);
    await until(`${actor.name} to be back at the signal`, () => liar.begun(who) > before);
  };
  return { stack, browser, session, liar, link, ada, ben, cleo, resume, stop };
};
export type LiedTo = Awaited<ReturnType<typeof startLiedTo>>;
