import { launchBrowser } from './browser.ts';
import { comeIn, linkTo, namesOf, newActor } from './cast.ts';
import { heardIn } from './page-ears.ts';
import { openSession } from './people.ts';
import { startPages } from './pages.ts';
const stack = await startPages();
const browser = await launchBrowser();
const names = ['Ada', 'Ben', 'Cleo'];
const session = await openSession(stack.url, { Ada: 'leader', Ben: 'member', Cleo: 'member' });
const actors = await Promise.all(names.map((n) => newActor(browser, n)));
await comeIn(actors[0]!, linkTo(stack.url, session.id, session.secretOf('Ada')));
await Promise.all(
  actors.slice(1).map((a) => comeIn(a, linkTo(stack.url, session.id, session.secretOf(a.name)))),
);
for (let i = 0; i < 12; i++) {
  const t = performance.now();
  const r = await Promise.all(
    actors.map(async (a) => {
      const m = namesOf(a);
      return `${a.name}<-${(await heardIn(a.page, 700)).map((x) => m.get(x)).sort()}`;
    }),
  );
  console.log(i, Math.round(performance.now() - t), r.join(' | '));
}
await browser.close();
await stack.stop();
