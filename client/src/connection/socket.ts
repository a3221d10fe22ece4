import { socketPath } from '@tele-balint/shared/addresses';
import { PROTOCOL_VERSION } from '@tele-balint/shared/protocol-version';
import type { ClientEvents, HandshakeRefusal, ServerEvents } from '@tele-balint/shared/wire';
import { io, type Socket } from 'socket.io-client';
import { askOtherWindow, tellOtherWindows } from './hand-over.ts';
import { makeAttempts } from './attempts.ts';
import { type Envelopes, makeEnvelopes } from './envelopes.ts';
import { lookForServer } from './look-for-server.ts';
import { makePending } from './pending.ts';
import { takeIfFree, takeOver } from './place.ts';
import { reloadOnce } from './reload-once.ts';
import {
  isPassing,
  mayWake,
  NOTHING_KNOWN,
  session,
  withLineAsked,
  withLineDown,
  withLineUp,
  withView,
} from '../state/store.ts';

/** Refusals that pass by themselves are asked again after this long, in ms. */
const ASK_AGAIN = 2_000;
/** After a disconnect by the server's own hand, in ms. */
const COME_BACK = 250;
/** So many attempts in a row may fail; the next one is made when the server was found in another way. */
const TRIES = 4;

/** This page load, the same on every reconnect: the server tells a broken line from a second window by it. */
const page = crypto.randomUUID();

/** The line of this window to the server. */
export type Line = {
  readonly send: ReturnType<typeof makePending>['send'];
  /** To and from other lines, sealed. */
  readonly envelopes: Envelopes;
  /** "Sit here instead": takes the place over from another window. */
  readonly sitHere: () => Promise<void>;
  /** "Come back", after leaving. */
  readonly comeBack: () => void;
  /** "Try now". */
  readonly tryNow: () => void;
  readonly close: () => void;
};

/**
 * Connects this window; everything that comes goes into the store.
 * @param sits the person has said already that they sit here, and not in another window
 */
export const openLine = async (sessionId: string, token: string, sits = false): Promise<Line> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sit = false;
  let looking: AbortController | null = null;
  /** When the last attempt began, and whether there will be no further one by itself. */
  let [attempted, gaveUp] = [0, false];
  session.setState(NOTHING_KNOWN);
  const socket: Socket<ServerEvents, ClientEvents> = io({
    path: socketPath(sessionId),
    autoConnect: false,
    transports: ['websocket'],
    reconnectionDelay: 250,
    reconnectionDelayMax: 500,
    reconnectionAttempts: TRIES,
    auth: (give) => give({ session: sessionId, token, version: PROTOCOL_VERSION, page, sit }),
  });
  const attempts = makeAttempts(() => performance.now());
  const begin = () => {
    [attempted, gaveUp] = [performance.now(), false];
    socket.io.timeout(attempts.begin());
  };
  socket.io.on('reconnect_attempt', begin);
  socket.io.on('ping', attempts.heard);
  const pending = makePending(
    (frame, ack) => socket.emit('command', frame, ack),
    () => socket.connected,
  );
  const lookNoMore = () => {
    looking?.abort();
    looking = null;
  };
  /** What would connect by itself later. */
  const waitNoMore = () => {
    clearTimeout(timer);
    lookNoMore();
  };
  const connect = () => {
    waitNoMore();
    begin();
    socket.connect();
  };
  const connectAnew = () => {
    socket.disconnect();
    connect();
  };
  /** What nobody asked for: a timer. */
  const wake = () => {
    if (mayWake(session.getState())) connect();
  };
  /** An attempt that began before the server could be found is lost; a later one is on its way. */
  const found = (asked: number) => {
    looking = null;
    if (mayWake(session.getState()) && (gaveUp || attempted < asked)) connectAnew();
  };
  const look = () => {
    if (looking !== null) return;
    looking = new AbortController();
    lookForServer(found, looking.signal);
  };
  socket.io.on('reconnect_error', look);
  socket.io.on('reconnect_failed', () => {
    gaveUp = true;
    look();
  });
  /** An attempt that is under way was made into a network that was not there. */
  const online = () => {
    const state = session.getState();
    if (mayWake(state) && (state.link !== 'up' || attempts.silent())) connectAnew();
  };
  /** What a person asked for. */
  const connectAgain = () => {
    session.setState(withLineAsked);
    connect();
  };
  const stay = (hold: Awaited<ReturnType<typeof takeIfFree>>) => {
    sit = hold !== null;
    hold?.lost(() => {
      sit = false;
    });
  };
  const takePlace = async () => {
    await askOtherWindow(token);
    stay(await takeOver(token));
    sit = true;
  };
  const down = () => session.setState((state) => withLineDown(state, performance.now()));

  socket.on('connect', () => {
    lookNoMore();
    attempts.up();
    session.setState(withLineUp);
    pending.again();
  });
  socket.on('disconnect', (reason) => {
    if (session.getState().view?.kind === 'over') return;
    down();
    // After a disconnect by the server's own hand the client does not come back by itself.
    if (reason === 'io server disconnect') timer = setTimeout(wake, COME_BACK);
  });
  socket.on('connect_error', ({ message }) => {
    if (socket.active) return down();
    if (message === 'reload' && reloadOnce()) return;
    const link = message as HandshakeRefusal;
    session.setState({ link });
    if (isPassing(link)) timer = setTimeout(wake, ASK_AGAIN);
  });
  socket.on('view', (view) => {
    session.setState((state) => withView(state, view, performance.now()));
    if (view.kind !== 'over') return;
    // The view is the answer: the line closes before another one could come.
    pending.settle();
    socket.disconnect();
  });
  socket.on('comeBack', down);
  addEventListener('online', online);
  const hush = tellOtherWindows(token);

  if (sits) await takePlace();
  else stay(await takeIfFree(token));
  const envelopes = makeEnvelopes(socket);
  connect();
  return {
    send: pending.send,
    envelopes,
    sitHere: async () => {
      await takePlace();
      connectAgain();
    },
    comeBack: connectAgain,
    tryNow: connectAnew,
    close: () => {
      waitNoMore();
      hush();
      removeEventListener('online', online);
      socket.disconnect();
      session.setState(NOTHING_KNOWN);
    },
  };
};
