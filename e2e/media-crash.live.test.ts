// Proof: our server dies in the midst of the move that silences the presenter; after the new start the move is done, once.

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { dispose, LocalAudioTrack, TrackPublishOptions, TrackSource } from '@livekit/rtc-node';
import { createLiveKit } from '@tele-balint/server/media/livekit/livekit';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type Case, identityOf, openCase } from './case.ts';
import { type Ears, listen } from './ears.ts';
import type { Person } from './people.ts';
import { maySpeak, type Rude, rudeClient } from './rude.ts';
import { type Stack, startStack } from './stack.ts';
import { playTone, type Tone } from './tone.ts';
import { until } from './until.ts';

/**
 * Commands that were written before the move: the opening, two for each of five who come in, Begin, the call, the choice of
 * the presenter, the presentation and the questions.
 */
const BEFORE = 1 + 2 * 5 + 1 + 1 + 1 + 1 + 1;
/** Milliseconds for which silence is measured. */
const WINDOW = 10_000;
/** Milliseconds within which our server has to make the rights true once it is ready, and for sound on its way. */
const [MADE_TRUE, ON_ITS_WAY] = [1_000, 500];

describe('our server is killed amid the move into push-back, while the presenter speaks', () => {
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  afterAll(dispose);

  let stack: Stack;
  let room: Case;
  let rude: Rude;

  /** LiveKit's own port: a signal that outlives our server, so that nobody falls silent because it broke. */
  const direct = (): string => stack.livekit.url.replace('http', 'ws');
  const ear = async (person: Person, at?: string): Promise<Ears> => {
    const media = await person.media();
    const ears = await listen({ ...media, url: at ?? media.url });
    ends.push(() => ears.leave());
    return ears;
  };
  /** A listener who speaks too: that somebody is heard shows that the ears are not deaf. */
  const speaks = async ({ room: there }: Ears, { source }: Tone): Promise<void> => {
    await until('the right to speak', () => maySpeak(there.token ?? ''));
    const options = new TrackPublishOptions({
      source: TrackSource.SOURCE_MICROPHONE,
      dtx: false,
      red: false,
    });
    const track = LocalAudioTrack.createAudioTrack('tone', source);
    await there.localParticipant?.publishTrack(track, options);
  };
  const rightsOf = async (person: Person, name: string) =>
    (await createLiveKit(stack.livekit).participants(name)).find(
      ({ identity }) => identity === identityOf(person),
    )?.rights;

  test.each(['after-append', 'after-memory'])(
    '[ML8] %s: the move has happened once, and the presenter is silent at every listener',
    async (failpoint) => {
      stack = await startStack({ TELE_BALINT_FAILPOINT: `${failpoint}:${BEFORE + 1}` });
      ends.push(() => stack.stop());
      room = await openCase(stack.url);
      ends.push(() => room.all.forEach((person) => person.close()));
      // Two listeners come through our gateway and two past it; these two speak.
      const ears = [await ear(room.leader), await ear(room.member)];
      for (const person of [room.other, room.guest]) ears.push(await ear(person, direct()));
      const others = [room.other, room.guest].map(identityOf);
      for (const speaker of ears.slice(2)) {
        const tone = playTone();
        ends.push(() => tone.end());
        await speaks(speaker, tone);
      }
      const presenter = identityOf(room.presenter);
      rude = await rudeClient({ ...(await room.presenter.media()), url: direct() });
      ends.push(() => rude.leave());
      await until('the right to speak', () => rude.granted());
      await rude.publish();
      const heardByAll = (): Promise<unknown> => {
        const from = performance.now();
        const fresh = (one: Ears, who: string): boolean => (one.lastHeard(who) ?? 0) > from;
        return until(
          'everybody to hear another member',
          () => ears.every((one) => others.some((who) => fresh(one, who))),
          15_000,
        );
      };
      await Promise.all(ears.map((one) => one.hears(presenter)));
      await heardByAll();

      const { turn, kind } = room.leader.room().course;
      expect(kind).toBe('questions');
      const [id, move] = [randomUUID(), { type: 'next', turn } as const];
      expect(stack.server.endedBy()).toBeNull();
      const unanswered = await room.leader.send(move, id).catch(() => null);
      expect(unanswered).toBeNull();
      await until('our server to be dead', () => stack.server.endedBy());
      const died = performance.now();
      expect(stack.server.endedBy()).toBe('SIGKILL');
      // Nobody has told the media server: they are heard, by those whose signal did not break with our server.
      await Promise.all(ears.slice(2).map((one) => one.hears(presenter)));

      await stack.server.start({ TELE_BALINT_FAILPOINT: undefined });
      const ready = performance.now();
      const silence = ready + MADE_TRUE + ON_ITS_WAY;
      const view = await room.leader.until('push-back', ({ course }) => course.kind === 'pushBack', 10_000);
      expect(view.course.turn).toBe(turn + 1);
      // The page sends it again, as pages do: it was done, and is not done twice.
      expect(await room.leader.send(move, id)).toMatchObject({ ok: true });
      await pause(silence - performance.now());
      const before = await rude.soundSent();
      await Promise.all([heardByAll(), pause(WINDOW)]);
      await heardByAll();
      const last = Math.max(...ears.map((one) => one.lastHeard(presenter) ?? 0));
      console.info(
        `${failpoint}: last heard ${Math.round(last - ready)} ms after our server was ready again`,
      );
      expect(last).toBeGreaterThan(died);
      expect(last).toBeLessThan(silence);
      expect(await rude.soundSent(), 'packets of sound sent into the silence').toBeGreaterThan(before);
      expect((await rightsOf(room.presenter, ears[0]?.room.name ?? ''))?.microphone).not.toBe(true);
      const { course } = await room.leader.until('everything confirmed', (now) => now.you.confirmed);
      expect([course.kind, course.turn]).toEqual(['pushBack', turn + 1]);
    },
  );
});
