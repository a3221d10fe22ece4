import type { ForgottenAnswer } from '@tele-balint/shared/http';
import { MINUTE } from '@tele-balint/shared/vocabulary';
import { describe, expect, it, onTestFinished } from 'vitest';
import { enter, openGroup, send } from '../testing/group.ts';
import { listening } from '../testing/listening.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { knock } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';

/** Asked at once, of one session, from one address. */
const AT_ONCE = 120;

describe('the question whether an evening is forgotten', { timeout: 60_000 }, () => {
  /** An evening that is over, with the limits that the program has. */
  const ended = async () => {
    const clock = manualClock(Date.now());
    const at = await listening({ clock, limited: true });
    onTestFinished(() => at.stop());
    const group = await openGroup(at.url);
    const token = await enter(at.url, group, group.leader, 'Anna');
    const leader = await knock(at.url, { session: group.id, token });
    await leader.command({ type: 'begin' });
    await leader.command({ type: 'endSession' });
    clock.advance(MINUTE);
    const receipt = await until('the receipt', () => {
      const view = leader.views.at(-1);
      return view?.kind === 'over' ? view.receipt : null;
    });
    const ask = (given = receipt) =>
      send(at.url, 'POST', `/api/sessions/${group.id}/forgotten`, { receipt: given });
    return { at, clock, receipt, ask };
  };

  it('has a budget of its own, and wrong ones that of all guesses [HT42]', async () => {
    const { at, clock, receipt, ask } = await ended();
    for (let n = 0; n < AT_ONCE; n += 1)
      expect(await ask()).toEqual({ status: 200, body: { destroyedAt: null, now: clock.now() } });
    expect(await ask()).toEqual({ status: 429, body: { refusal: 'too-many-tries' } });
    clock.advance(15 * MINUTE);
    await until('the end of the key', async () => {
      const { body } = await ask();
      return (body as ForgottenAnswer).destroyedAt === clock.now();
    });
    for (let n = 0; n < 30; n += 1) expect((await ask('A'.repeat(43))).status).toBe(404);
    expect((await ask('A'.repeat(43))).status).toBe(429);
    expect((await ask()).status).toBe(200);
    expect(at.lines()).not.toContain(receipt);
  });
});
