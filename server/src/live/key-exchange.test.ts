// Fourteen people come in at once by real sockets and agree on keys, at the limits that the program has when nobody sets any.

import { expect, it } from 'vitest';
import { fullRings, INNER } from '../testing/full-rings.ts';
import { enter, send } from '../testing/group.ts';
import { exchangesKeys, type KeyPage } from '../testing/key-page.ts';
import { listening } from '../testing/listening.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { knock } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';

/** Whether everybody has everybody's newest key, and knows that. */
const agreed = (pages: readonly KeyPage[]): boolean =>
  pages.every((one) =>
    pages.every(
      (other) =>
        one === other ||
        (one.opened.get(other.line) === other.newest().epoch &&
          other.newest().epoch > 0 &&
          other.newest().answered.has(one.line)),
    ),
  );

it(
  'fourteen who come in at once agree on keys, no envelope is dropped and nobody disconnected [SK52]',
  { timeout: 60_000 },
  async () => {
    // Its budgets never fill again.
    const at = await listening({ clock: manualClock(), limited: true });
    const { group, body, links } = fullRings();
    expect((await send(at.url, 'PUT', `/api/sessions/${group.id}`, body)).status).toBe(201);
    const people = await Promise.all(
      links.slice(0, INNER).map(async (link, n) => {
        const token = await enter(at.url, group, link, `Person ${n}`);
        const socket = await knock(at.url, { session: group.id, token });
        return { socket, page: exchangesKeys(socket) };
      }),
    );
    const pages = people.map(({ page }) => page);
    await until('keys of all at all', () => agreed(pages), 30_000);
    expect(pages.flatMap(({ dropped }) => dropped)).toEqual([]);
    expect(people.filter(({ socket }) => socket.closed)).toEqual([]);
    expect(at.lines()).not.toContain('violation');
    for (const { sent } of pages) expect(sent()).toBeGreaterThanOrEqual(INNER);
    pages.forEach(({ stop }) => stop());
    await at.stop();
  },
);
