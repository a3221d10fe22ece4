import { forgetLink, type Link } from './address.ts';
import { forgetToken, type Kept, keepLeft } from './seat-token.ts';
import { isShared } from './remembered.ts';
import { forgetRoomKeys } from './room-key.ts';
import { session, type SessionState } from '../state/store.ts';

/** By the open link one may ask again after these. */
const ASK_ANEW = ['not-today', 'removed'] as const;

/** Whether nothing of the session is left to come back to. A removed line of a personal link keeps its token: it says why. */
const isSessionOver = ({ link, view }: SessionState): boolean =>
  link === 'over' || (view?.kind === 'over' && view.reason === 'over');

const hasLeft = ({ view }: SessionState): boolean => view?.kind === 'over' && view.reason === 'left';

/** Whether somebody went away from the door: their token opens nothing, their link still does. */
const wentAway = (state: SessionState): boolean => hasLeft(state) && !state.sat;

/** Whether this place has ended, but one may ask for another by the same open link. */
const mayAskAnew = ({ link, view }: SessionState): boolean =>
  ASK_ANEW.some((why) => link === why || (view?.kind === 'over' && view.reason === why));

/**
 * Takes token and secrets out of the browser's storage once they open nothing, and keeps there that somebody has left: a page that
 * is loaded anew would be back with an open microphone that nobody thinks of. Gives back how to stop.
 */
export const forgetWhenOver = (link: Link, kept: Kept): (() => void) => {
  let known = kept.left === true;
  const look = (state: SessionState) => {
    if (isSessionOver(state)) forgetLink(link.sessionId);
    if (hasLeft(state) && isShared()) void forgetRoomKeys(link.sessionId);
    const asksAnew = wentAway(state) || (kept.open && mayAskAnew(state));
    if (isSessionOver(state) || asksAnew) return void forgetToken(link, kept.token);
    const left = hasLeft(state) || (known && state.view?.kind !== 'room');
    if (left !== known) void keepLeft(link, kept.token, left);
    known = left;
  };
  look(session.getState());
  return session.subscribe(look);
};
