// Everybody whom the table of commands knows, each with a page of their own, in one kind of step.

import type { RoomView } from '@tele-balint/shared/view/view';
import type { Ack } from '@tele-balint/shared/wire';
import { enter, openGroup, type Group, type Link } from './group.ts';
import { freshId, knock, type RawSocket } from './raw-socket.ts';
import { until } from './until.ts';
import type { Where } from '@tele-balint/shared/testing/command-table';
import type { PhaseKind } from '@tele-balint/shared/protocol/phases';

export type Page = {
  view(): RoomView;
  command(command: object): Promise<Ack>;
  /** Comes back on a new connection, and so sees the room as it is now. */
  comeBack(): Promise<void>;
  close(): void;
};

export type Person = 'leader' | 'coLeader' | 'presenter' | 'member' | 'backup' | 'observer' | 'waiting';
export type Circle = Readonly<Record<Person, Page>> & {
  readonly group: Group;
  /** A stranger asks at the door; answers with the name. */
  knocks(): Promise<string>;
};

/** One connection carries twenty commands at once: the page comes back on a new one for the next. */
const AT_ONCE = 18;

const pageOf = async (url: string, group: Group, link: Link, name: string): Promise<Page> => {
  const token = await enter(url, group, link, name);
  const knocking = { session: group.id, token, page: freshId() };
  let socket: RawSocket = await knock(url, knocking);
  let left = AT_ONCE;
  const comeBack = async (): Promise<void> => {
    socket = await knock(url, knocking);
    left = AT_ONCE;
  };
  return {
    view: () => socket.room(),
    comeBack,
    close: () => socket.close(),
    command: async (command) => {
      if (left === 0) await comeBack();
      left -= 1;
      return socket.command(command);
    },
  };
};

/** Sends what must be accepted for a test to go on. */
export const must = async (
  page: Page,
  command: { readonly type: string; readonly [field: string]: unknown },
): Promise<void> => {
  const ack = await page.command(command);
  if (!ack.ok) throw new Error(`${command.type} was refused: ${ack.refusal}`);
};

/** Goes to the first step of a kind, if the room is not there already, in a session that has begun by then. */
export const goTo = async (page: Page, kind: PhaseKind): Promise<void> => {
  const { course, session } = page.view();
  if (course.kind === kind) return session.begun ? undefined : must(page, { type: 'begin' });
  const step = course.steps.find((one) => one.kind === kind)?.id;
  await must(page, { type: 'goTo', step, turn: course.turn });
};

/** The place of somebody by name, once this page sees them. */
export const placeOf = (page: Page, name: string) =>
  until(`the place of ${name}`, () => page.view().places.find((place) => place.name === name));

/** A group with everybody in it and a presenter chosen, moved into a kind of step; or not begun. */
export const circleIn = async (url: string, where: Where): Promise<Circle> => {
  const group = await openGroup(url, 'online60');
  const come = (link: Link, name: string) => pageOf(url, group, link, name);
  const leader = await come(group.leader, 'Anna');
  const [first, second, third] = group.members;
  if (!first || !second || !third) throw new Error('the group has too few links');
  let strangers = 0;
  const circle: Circle = {
    group,
    leader,
    coLeader: await come(group.coLeader, 'Bea'),
    presenter: await come(first, 'Cleo'),
    member: await come(second, 'Dora'),
    backup: await come(third, 'Gus'),
    observer: await come(group.observer, 'Eve'),
    waiting: await come(group.open, 'Fay'),
    knocks: async () => {
      strangers += 1;
      const name = `Hal the ${strangers}.`;
      await enter(url, group, group.open, name);
      return name;
    },
  };
  const { seat } = await placeOf(leader, 'Cleo');
  await must(leader, { type: 'choosePresenter', seat });
  if (where !== 'before') await goTo(leader, where);
  return circle;
};
