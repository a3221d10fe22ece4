// Whether everybody is heard who should be, and nobody else, after leaders have pressed as fast as the rules take a press.
// Says what the media server and every page know where a voice is missing.

import { createLiveKit } from '@tele-balint/server/media/livekit/livekit';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { everybodyIn, press } from '../cast.ts';
import type { WithEars } from '../ears-in-page.ts';
import { hearingOf, mustHear, speakersOf } from '../hearing.ts';
import { goOnTo, goTo, must, rested } from '../people.ts';
import { judge } from './aims.ts';
import { NAMES, startFour } from './four.ts';
import { PHASES, type PhaseKind } from '@tele-balint/shared/protocol/phases';

const ROUNDS = Number(process.argv[2] ?? 100);
/** Milliseconds from the end of the rest after a move to the next press. */
const PAUSES = [0, 0, 15, 40, 120, 300, 700];
/** Presentation to discussion in the 45-minute case: open and closed to members. */
const STEPS = ['presentation', 'questions', 'pushBack', 'discussion'] as const;
const { stack, actors, ben, bo, stop } = await startFour();
await goOnTo(bo, 'call');
await must(bo, { type: 'choosePresenter', seat: ben.views.room().you.seats[0].seat });
// Sitting back would close it in some rounds and not in others.
await press(ben, /Close my microphone/);

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;

const stateOf = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const { connections } = (globalThis as unknown as WithEars).ears;
    const open = connections.filter((one) => one.connectionState !== 'closed');
    const stats = (await Promise.all(open.map((one) => one.getStats()))).flatMap((report) => [
      ...report.values(),
    ]);
    return {
      connections: open.map((one) => `${one.connectionState} ${one.signalingState}`),
      sent: stats
        .filter((one) => (one.type === 'outbound-rtp' || one.type === 'media-source') && one.kind === 'audio')
        .map(
          (one) =>
            `${one.type} ${one.mid ?? ''} ${one.trackIdentifier ?? ''} sent ${one.packetsSent} energy ${one.totalAudioEnergy}`,
        ),
      received: stats
        .filter((one) => one.type === 'inbound-rtp' && one.kind === 'audio')
        .map(
          (one) =>
            `${one.mid} ${one.trackIdentifier} packets ${one.packetsReceived} energy ${one.totalAudioEnergy}`,
        ),
      elements: [...document.querySelectorAll<HTMLAudioElement>('audio[data-identity]')].map((one) => {
        const stream = one.srcObject as MediaStream | null;
        const tracks = (stream?.getAudioTracks() ?? []).map(
          (track) => `${track.id} ${track.readyState} ${track.muted ? 'muted' : ''}`,
        );
        return `${one.dataset['identity']} ${one.paused ? 'paused' : 'plays'} ${tracks.join(', ')}`;
      }),
      says: document.querySelector('[aria-label="Your place"]')?.textContent ?? '',
    };
  });
const known = async (): Promise<string> => {
  const { token } = await bo.media();
  const { video } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const people = await createLiveKit(stack.livekit).participants(video.room);
  const pages = await Promise.all(
    actors.map(async ({ name, page, views }) => ({
      name,
      you: views.room().you,
      places: views.room().places.map((p) => [p.name, p.media]),
      page: await stateOf(page),
    })),
  );
  return JSON.stringify({ people, pages }, null, 1);
};

let silent = 0;
for (let round = 1; round <= ROUNDS; round += 1) {
  const presses: string[] = [];
  for (let left = 1 + Math.floor(Math.random() * 4); left > 0; left -= 1) {
    const from = bo.room().course.kind;
    const [step, wait] = [pick(STEPS.filter((one) => one !== from)), pick(PAUSES)];
    await rested(bo);
    await pause(wait);
    await goTo(bo, step);
    presses.push(`${wait} ms, step ${step}`);
  }
  const kind: PhaseKind = bo.room().course.kind;
  const cast = { leaders: ['Ada'], presenter: 'Nobody', members: ['Cleo', 'Dan'] };
  const speakers = speakersOf(kind, cast, PHASES[kind].voice.member).filter((name) => name !== 'Nobody');
  try {
    await everybodyIn(actors, kind);
    await pause(600);
    await mustHear(actors, hearingOf(NAMES, speakers), kind);
  } catch (error) {
    silent += 1;
    console.log(`round ${round}, ${presses.join('; ')}: ${String(error)}`);
    console.log(await known());
  }
  if (round % 10 === 0) console.log(`  … ${round} of ${ROUNDS}, ${silent} wrong`);
}

await stop();
console.log(`soak: ${ROUNDS} rounds, ${silent} wrong`);
judge('soak', { 'rounds wrong': silent });
