import { HOUR, MINUTE } from '@tele-balint/shared/vocabulary';
import { expect, it } from 'vitest';
import { memoryKeys } from '../log/key-store.ts';
import { memoryLog } from '../log/memory.ts';
import { sealedLog } from '../log/sealed.ts';
import { enter, openGroup } from '../testing/group.ts';
import { listening } from '../testing/listening.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { freshId, knock, type RawSocket } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';

/** A server whose log can be made to fail, with a leader and a member in the circle. */
const circleOnAWeakDisk = async () => {
  const clock = manualClock();
  const rows = memoryLog();
  const disk = { fails: false };
  const append: typeof rows.append = async (...parts) => {
    if (disk.fails) throw new Error('the disk is full');
    await rows.append(...parts);
  };
  const at = await listening({ clock, log: sealedLog({ ...rows, append }, memoryKeys()) });
  const group = await openGroup(at.url);
  const [leads, sits] = [
    await enter(at.url, group, group.leader, 'Anna'),
    await enter(at.url, group, group.members[0]!, 'Ben'),
  ];
  const come = (token: string): Promise<RawSocket> => knock(at.url, { session: group.id, token });
  const leader = await come(leads);
  await leader.command({ type: 'begin' });
  return {
    at,
    clock,
    rows,
    disk,
    group,
    come,
    leads,
    sits,
    leader,
    member: await come(sits),
  };
};

const presenceOf = (leader: RawSocket, name: string) =>
  leader.room().places.find((place) => place.name === name)?.presence;

/** Lets the clock go on by a second at a time, until it has come about. */
const inTime = (clock: ReturnType<typeof manualClock>, what: string, look: () => boolean) =>
  until(what, () => {
    if (look()) return true;
    clock.advance(1_000);
    return false;
  });

it(
  'counts a page that closed while the log could not be written as away as soon as it can [SK23]',
  { timeout: 60_000 },
  async () => {
    const { at, clock, disk, leader, member, come, sits } = await circleOnAWeakDisk();
    disk.fails = true;
    member.close();
    await until('the failed word that it is away', () => at.lines().includes('the disk is full'));
    expect(presenceOf(leader, 'Ben')).toBe('here');
    disk.fails = false;
    await inTime(clock, 'away', () => presenceOf(leader, 'Ben') === 'away');
    // Whose place it is comes back without a question.
    expect((await come(sits)).refusal).toBe(null);
    await at.stop();
  },
);

it(
  'ends and forgets a session whose pages all closed while the log could not be written [SK23]',
  { timeout: 60_000 },
  async () => {
    const { at, clock, rows, disk, leader, member } = await circleOnAWeakDisk();
    disk.fails = true;
    const failed = () => at.lines().split('a command failed').length - 1;
    leader.close();
    member.close();
    await until('both failed words', () => failed() >= 2);
    disk.fails = false;
    const present = () => at.app.registry.present().length;
    await inTime(clock, 'nobody present', () => present() === 0);
    clock.advance(2 * HOUR);
    await until('the end', () => at.app.registry.running().length === 0);
    clock.advance(15 * MINUTE);
    await until('nothing of it', async () => (await rows.sessions()).length === 0);
    await at.stop();
  },
);

it(
  'never counts a page as away that comes back while its old connection closes [SK23]',
  { timeout: 60_000 },
  async () => {
    const { at, clock, group, leader, sits } = await circleOnAWeakDisk();
    const page = freshId();
    let here = await knock(at.url, { session: group.id, token: sits, page, sit: true });
    for (let n = 0; n < 20; n += 1) {
      here.ws.terminate();
      const [again] = await Promise.all([
        knock(at.url, { session: group.id, token: sits, page, sit: true }),
        new Promise<void>((resolve) => setImmediate(() => resolve(clock.advance(1_000)))),
      ]);
      here = again;
    }
    clock.advance(5_000);
    await leader.command({ type: 'hold' });
    expect(presenceOf(leader, 'Ben')).toBe('here');
    await at.stop();
  },
);
