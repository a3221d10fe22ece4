// Sealing of one visit: the agreement with the other pages, LiveKit's worker, the gates and what watches them.

import { type RemoteTrackPublication, type Room, RoomEvent } from 'livekit-client';
import type { LineId } from '@tele-balint/shared/vocabulary';
import type { Status } from '@tele-balint/shared/e2ee/status';
import type { Envelopes } from '../../connection/envelopes.ts';
import { session } from '../../state/store.ts';
import type { Seal } from '../seal.ts';
import { takeWorker } from './can-seal.ts';
import { makeLetters } from './letters.ts';
import { namedIn } from './named.ts';
import { shownOf } from './sealing-model.ts';
import { sealing as shown, tellSealing } from './sealing-store.ts';
import { type Sealing, startSealing } from './sealing.ts';
import { SenderKeys } from './sender-keys.ts';
import { Unopened } from './unopened.ts';
import { alive, firstSealed, watchSealing } from './watchdog.ts';

/** Milliseconds: the first answer comes with the worker's file. */
const STARTS_WITHIN = 10_000;

type Given = {
  readonly sessionId: string;
  readonly identity: string;
  readonly space: string;
  readonly secret: CryptoKey;
  readonly envelopes: Envelopes;
  /** This visit can not go on: another one is to be begun. */
  readonly onMiss: () => void;
};

const publicationsOf = (room: Room | null): readonly (readonly [string, RemoteTrackPublication])[] =>
  [...(room?.remoteParticipants.values() ?? [])].flatMap(({ identity, trackPublications }) =>
    [...trackPublications.values()].map((one) => [identity, one as RemoteTrackPublication] as const),
  );

/** @returns what the visit asks; whatever fails on the way is a miss */
export const makeSeal = (given: Given): Seal => {
  const { identity, space, secret, envelopes } = given;
  const keys = new SenderKeys(identity);
  const worker = takeWorker();
  const unopened = new Unopened();
  const looks = new Set<() => void>();
  let room: Room | null = null;
  let status: Status | null = null;
  let agreement: Sealing | null = null;
  let stopped = false;
  let said = '';
  let unwatch = (): void => undefined;
  const letters = makeLetters();
  const early: (readonly [string, string])[] = [];

  const named = () => namedIn(session.getState().view);
  const isOwn = (): boolean => room?.localParticipant.identity === identity;
  const armed = (): boolean => status?.armed === true && room?.isE2EEEnabled === true && isOwn();
  const isTheirs = (media: string): boolean => {
    const peer = status?.peers.find((one) => one.media === media);
    return peer !== undefined && named().media.get(media) === peer.line;
  };
  const unsealed = (): ReadonlySet<string> =>
    new Set(publicationsOf(room).flatMap(([media, { isEncrypted }]) => (isEncrypted ? [] : [media])));
  /** Lets those look again whom another answer concerns. */
  const ask = (): void => {
    const media = status?.peers.map((one) => one.media) ?? [];
    const answers = JSON.stringify([armed(), media, [...unsealed()]]);
    if (answers === said) return;
    said = answers;
    for (const look of looks) look();
  };
  const missed = (): void => {
    if (stopped) return;
    stop();
    given.onMiss();
  };
  const show = (now: Status, words: readonly number[] | null): void => {
    if (stopped) return;
    status = now;
    const seen = { named: [...named().media.keys()], unopened: unopened.now(), unsealed: unsealed() };
    tellSealing(shownOf({ ...now, armed: armed() }, words, seen, shown.getState().hearers, Date.now()));
    ask();
  };

  const start = async (): Promise<void> => {
    // Whoever greets is a new page to all others: not before it can seal.
    await worker.alive(STARTS_WITHIN);
    if (stopped) return;
    const { names, lines, media } = named();
    const line = ((view) => (view?.kind === 'room' ? view.you.line : ''))(session.getState().view);
    const started = await startSealing(
      {
        scope: { session: given.sessionId, space },
        secret,
        me: { line, media: identity, names },
        ring: {
          use: async (media, epoch, key) => {
            await keys.use(media, epoch, key);
            unopened.hasKey(media);
          },
          burn: (media, epoch) => keys.burn(media, epoch),
        },
        send: (to, sealed) => void envelopes.send({ to: to as LineId[], sealed }),
        now: () => performance.now(),
        onStatus: show,
        mail: letters.ports,
        onBroken: missed,
      },
      { lines, media },
    );
    if (stopped) return started.stop();
    agreement = started;
    letters.begin(started.write);
    for (const [from, sealed] of early.splice(0)) void started.hear(from, sealed);
    look();
  };
  let before = '';
  /** Tells the agreement whom the view names, when that is news. */
  const look = (): void => {
    const { names, lines, media } = named();
    const now = JSON.stringify([names, lines, [...media]]);
    if (agreement === null || now === before || names.length === 0) return;
    before = now;
    void agreement.people(names);
    void agreement.lines({ lines, media });
  };
  const watching = [
    session.subscribe(look),
    envelopes.hear(({ from, sealed }) => {
      if (agreement === null) early.push([from, sealed]);
      else void agreement.hear(from, sealed);
    }),
  ];
  const stop = (): void => {
    stopped = true;
    for (const end of watching) end();
    unwatch();
    letters.stop();
    agreement?.stop();
    worker.end();
  };
  tellSealing({ own: 'starting', refusal: null });
  void start().catch(missed);

  return {
    encryption: { keyProvider: keys, worker: worker.worker },
    gates: {
      mayPublish: armed,
      mayTake: (media, publication) => publication.isEncrypted && isTheirs(media),
      onChange: (again) => {
        looks.add(again);
        return () => void looks.delete(again);
      },
    },
    begin: async (into) => {
      room = into;
      // The media server says who one is; the hello of this page names another.
      for (const event of [RoomEvent.SignalConnected, RoomEvent.Connected, RoomEvent.Reconnected] as const)
        into.on(event, () => void (isOwn() || missed()));
      into.on(RoomEvent.ParticipantEncryptionStatusChanged, ask);
      into.on(RoomEvent.EncryptionError, (_, whose) => unopened.failed(whose?.identity));
      await into.setE2EEEnabled(true);
      const own = () =>
        [...into.localParticipant.trackPublications.values()].flatMap(({ track }) => track ?? []);
      // The connection does not wait for the worker: nothing is sent before that has answered, nor opened without it.
      void worker.alive(STARTS_WITHIN).then(() => {
        if (!stopped) unwatch = watchSealing(worker, own, missed);
      }, missed);
    },
    alive: () => alive(worker),
    proven: (track) => firstSealed(worker, track, () => stopped),
    missed,
    stop,
  };
};
