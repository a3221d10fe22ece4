// What the server told a page: its views, read off the wire. The page itself is not asked.

import type { Page } from 'playwright-core';
import type { RoomView, View } from '@tele-balint/shared/view/view';
import { PATIENCE, until } from './until.ts';

/** A view and when it came, in milliseconds of `performance.now()`. */
type Came = { readonly view: View; readonly at: number };

export type Views = {
  /** The last one; throws if there was none. */
  last(): Came;
  /** The last one, if it is of the room; throws otherwise. */
  room(): RoomView;
  /** Waits for a view of the room that fits; also the one that is there already. */
  until(what: string, fits: (view: RoomView) => boolean, deadline?: number): Promise<RoomView>;
  /** Every command that this page sent. */
  readonly sent: readonly string[];
};

/** The packet of socket.io with our event in it: `42["view",{…}]`. */
const viewIn = (frame: string): View | null =>
  frame.startsWith('42["view",') ? JSON.parse(frame.slice(2))[1] : null;

/** Begins to read; to be called before the page opens our address. */
export const viewsOf = (page: Page, name: string): Views => {
  let last: Came | null = null;
  const sent: string[] = [];
  page.on('websocket', (socket) => {
    if (!socket.url().includes('/socket.io/')) return;
    socket.on('framereceived', ({ payload }) => {
      const view = viewIn(String(payload));
      if (view !== null) last = { view, at: performance.now() };
    });
    socket.on('framesent', ({ payload }) => {
      const type = /^42\d*\["command".*"type":"(\w+)"/.exec(String(payload))?.[1];
      if (type !== undefined) sent.push(type);
    });
  });
  const lastOne = (): Came => {
    if (last === null) throw new Error(`${name} was told nothing yet`);
    return last;
  };
  return {
    sent,
    last: lastOne,
    room() {
      const { view } = lastOne();
      if (view.kind !== 'room') throw new Error(`${name} is not in the room: ${JSON.stringify(view)}`);
      return view;
    },
    until: async (what, fits, deadline = PATIENCE) =>
      until(
        `${name}: ${what}`,
        () => (last?.view.kind === 'room' && fits(last.view) ? last.view : null),
        deadline,
      ).catch((error: unknown) => {
        throw new Error(`${String(error)}; the last view: ${JSON.stringify(last?.view)}`);
      }),
  };
};
