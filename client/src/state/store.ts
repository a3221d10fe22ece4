import type { View } from '@tele-balint/shared/view/view';
import type { HandshakeRefusal } from '@tele-balint/shared/wire';
import { createStore } from 'zustand/vanilla';
import { clockHeard, type ServerClock } from '../connection/server-clock.ts';

/** How the line to the server stands; a refusal of the handshake stands until something is done about it. */
export type LinkState = 'connecting' | 'up' | 'down' | HandshakeRefusal;

export type SessionState = {
  readonly view: View | null;
  readonly link: LinkState;
  /** Since when the line is broken, by this device's own monotonic clock. */
  readonly downSince: number | null;
  /** How often the line has come up again after a break. */
  readonly returns: number;
  /** This page has shown the circle: its last words differ from those of somebody who never came in. */
  readonly sat: boolean;
  readonly clock: ServerClock | null;
  /** True until the first view of this connection has come. */
  readonly fresh: boolean;
};

/** What is known before anything has come. */
export const NOTHING_KNOWN: SessionState = {
  view: null,
  link: 'connecting',
  downSince: null,
  returns: 0,
  sat: false,
  clock: null,
  fresh: true,
};

/** All that the page knows of the session. Only `socket.ts` writes it. */
export const session = createStore<SessionState>(() => NOTHING_KNOWN);

/** Newer by version, then by the server's clock; the first view of a connection is always taken. */
export const isNewer = (known: View | null, came: View, fresh: boolean): boolean =>
  fresh ||
  known === null ||
  came.version > known.version ||
  (came.version === known.version && came.now >= known.now);

/** The state after a view. */
export const withView = (state: SessionState, view: View, at: number): SessionState => {
  if (!isNewer(state.view, view, state.fresh)) return state;
  const clock = clockHeard(state.fresh ? null : state.clock, view.now, at);
  return { ...state, view, clock, fresh: false, sat: state.sat || view.kind === 'room' };
};

/** The state after the line came up. */
export const withLineUp = (state: SessionState): SessionState => ({
  ...state,
  link: 'up',
  downSince: null,
  returns: state.downSince === null ? state.returns : state.returns + 1,
  fresh: true,
});

/** The state after the line broke; the instant of the first break is kept. */
export const withLineDown = (state: SessionState, at: number): SessionState => ({
  ...state,
  link: 'down',
  downSince: state.downSince ?? at,
});

/** The state of a line that a person has asked for again: what was the last page is it no more. */
export const withLineAsked = (state: SessionState): SessionState => ({
  ...state,
  link: 'connecting',
  view: state.view?.kind === 'over' ? null : state.view,
});

/** A refusal that passes by itself and is asked again. */
export const isPassing = (link: LinkState): link is 'too-soon' | 'unavailable' =>
  link === 'too-soon' || link === 'unavailable';

/** Whether nothing reaches the server, and it is tried again without anybody's doing. */
export const isBroken = (link: LinkState): boolean => link === 'down' || isPassing(link);

/**
 * Whether the page may connect without anybody's doing. Who left, or sits in another window, would be back with
 * an open microphone without knowing.
 */
export const mayWake = ({ view, link }: Pick<SessionState, 'view' | 'link'>): boolean =>
  view?.kind !== 'over' && (link === 'connecting' || link === 'up' || isBroken(link));
