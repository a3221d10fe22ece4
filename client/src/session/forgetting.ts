import { forgetLink, type Link } from './address.ts';
import { keepToken } from './seat-token.ts';
import { session, type SessionState } from './store.ts';

/** Whether nothing of the session is left to come back to. A removed line keeps its token: it says why. */
const isSessionOver = ({ link, view }: SessionState): boolean =>
  link === 'over' || (view?.kind === 'over' && view.reason === 'ended');

/** Whether somebody went away from the door: their token opens nothing, their link still does. */
const wentAway = ({ view, sat }: SessionState): boolean =>
  view?.kind === 'over' && view.reason === 'left' && !sat;

/** Takes token and secrets out of the browser's storage once they open nothing. Gives back how to stop. */
export const forgetWhenOver = (link: Link): (() => void) => {
  const look = (state: SessionState) => {
    if (isSessionOver(state)) forgetLink(link.sessionId);
    if (isSessionOver(state) || wentAway(state)) void keepToken(link, null);
  };
  look(session.getState());
  return session.subscribe(look);
};
