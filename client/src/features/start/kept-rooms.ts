// The rooms that were opened in this tab, with their links: a reload must not lose what stands nowhere else.

import type { InvitationId } from '@tele-balint/shared/vocabulary';
import { roomKeptUnder } from '../../links/address.ts';
import { forgetRoomKeys } from '../../links/room-key.ts';
import { type Draft, EMPTY_DRAFT, type Plan } from './start-model.ts';

export type OpenedRoom = {
  readonly draft: Omit<Draft, 'organiserKey'>;
  readonly plan: Plan;
  /** The links that were copied. */
  readonly copied: readonly InvitationId[];
  /** When it was opened, by this device's clock. */
  readonly at: number;
};

/** A room that has just been opened. The organiser's key is no part of it. */
export const openedRoom = ({ organiserKey: _key, ...draft }: Draft, plan: Plan): OpenedRoom => ({
  draft,
  plan,
  copied: [],
  at: Date.now(),
});

/** The same room after some of its links were copied. */
export const withCopied = (room: OpenedRoom, links: readonly InvitationId[]): OpenedRoom => ({
  ...room,
  copied: [...new Set([...room.copied, ...links])],
});

/** Whether a link would be lost with this tab. */
export const hasUncopied = ({ plan, copied }: OpenedRoom): boolean =>
  plan.links.some(({ invitation }) => !copied.includes(invitation));

export const keepRoom = (room: OpenedRoom): void => {
  try {
    sessionStorage.setItem(roomKeptUnder(room.plan.sessionId), JSON.stringify(room));
  } catch {
    // Without storage the page itself has them, and asks before it is left.
  }
};

/** Takes a room's secrets out of this tab, and its key out of this browser. */
export const forgetRoom = (sessionId: string): void => {
  void forgetRoomKeys(sessionId);
  try {
    sessionStorage.removeItem(roomKeptUnder(sessionId));
  } catch {
    // Without storage nothing was kept.
  }
};

/** One kept room; none where it cannot be read. */
const roomIn = (text: string | null): readonly OpenedRoom[] => {
  try {
    if (text === null) return [];
    const room = JSON.parse(text) as OpenedRoom;
    const { organiserKey: _key, ...empty } = EMPTY_DRAFT;
    // An older page kept less.
    return [{ ...room, draft: { ...empty, ...room.draft } }];
  } catch {
    return [];
  }
};

/** The rooms of this tab, the newest first. */
export const keptRooms = (): readonly OpenedRoom[] => {
  try {
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(roomKeptUnder('')))
      .flatMap((key) => roomIn(sessionStorage.getItem(key)))
      .sort((a, b) => b.at - a.at);
  } catch {
    // Without storage nothing was kept.
    return [];
  }
};
