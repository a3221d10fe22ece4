// Every course to choose from and every practice that schools tell of, run to its end from its file, with the rights that the
// real media server has at each step held against what the course says there.

import { dispose, Room } from '@livekit/rtc-node';
import { createLiveKit } from '@tele-balint/server/media/livekit/livekit';
import { readCourse, writeCourse } from '@tele-balint/shared/protocol/course-file';
import { COURSES, numbered } from '@tele-balint/shared/protocol/courses';
import { type Protocol, type Step, USUAL_EVENING } from '@tele-balint/shared/protocol/steps';
import { PRACTICES } from '@tele-balint/shared/testing/practices';
import type { RoomView } from '@tele-balint/shared/view/view';
import { identityOf } from '../case.ts';
import { claimsOf } from '../rude.ts';
import { begin, must, openSession, type Person, rested } from '../people.ts';
import { startStack } from '../stack.ts';
import { until } from '../until.ts';
import { judge } from './aims.ts';

/** Milliseconds within which the media server has to have what the course says. */
const WITHIN = 5_000;
const ROLES = { Ada: 'leader', Ben: 'member', Cleo: 'member', Olga: 'observer' } as const;
type Name = keyof typeof ROLES;

/** As a leader would load it: the file is all that is left of it. */
const fromFile = (name: string, steps: readonly Step[]): Protocol => {
  const read = readCourse(writeCourse({ name, protocol: { ...USUAL_EVENING, madeFrom: null, steps } }));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.refusals)}`);
  return read.protocol;
};

/** Who may speak at the running step, by the course alone. Ben presents; a hand, which asks for the floor, is never up. */
const mayNow = ({ course }: RoomView): Readonly<Record<Name, boolean>> => {
  const step = course.steps[course.index];
  if (!step) throw new Error(`There is no step ${course.index}.`);
  const { voice, needsPresenter } = step.row;
  return {
    Ada: voice.leader === 'open',
    Ben: (needsPresenter ? voice.presenter : voice.member) === 'open',
    Cleo: voice.member === 'open',
    Olga: voice.outer === 'open',
  };
};

const stack = await startStack();
const livekit = createLiveKit(stack.livekit);
let [steps, mismatches] = [0, 0];

/** Chooses Ben for the case ahead, where one can be chosen now. */
const choose = async (leader: Person, ben: Person): Promise<void> => {
  const seat = ben.room().you.seats[0].seat;
  const [{ can }] = leader.room().you.seats;
  if (can.includes('choosePresenter') && leader.room().presenter !== seat)
    await must(leader, { type: 'choosePresenter', seat });
};

const run = async (name: string, protocol: Protocol): Promise<void> => {
  const session = await openSession(stack.url, ROLES, { protocol, agree: false });
  const people: Person[] = [];
  const rooms: Room[] = [];
  for (const one of Object.keys(ROLES)) {
    const person = await session.enter(one);
    people.push(person);
    const { url, token } = await person.media();
    const room = new Room();
    await room.connect(url, token, { autoSubscribe: false, dynacast: false });
    rooms.push(room);
  }
  const [leader, ben] = people as [Person, Person];
  const hall = claimsOf((await leader.media()).token).video?.room ?? '';
  const wrongNow = async (): Promise<string> => {
    const there = await livekit.participants(hall);
    const may = mayNow(leader.room());
    return people
      .filter((person) => {
        const rights = there.find(({ identity }) => identity === identityOf(person))?.rights;
        return !rights || rights.microphone !== may[person.name as Name];
      })
      .map((person) => person.name)
      .join(', ');
  };
  await begin(leader);
  for (;;) {
    steps += 1;
    const { course } = leader.room();
    const right = await until('the course’s rights', async () => (await wrongNow()) === '', WITHIN).catch(
      () => false,
    );
    if (right === false) {
      mismatches += 1;
      console.error(`${name}, step ${course.index + 1} (${course.kind}): wrong for ${await wrongNow()}`);
    }
    if (course.index === course.steps.length - 1) break;
    await choose(leader, ben);
    const { turn } = (await rested(leader)).course;
    await must(leader, { type: 'next', turn });
    await leader.until(`the step after ${course.kind}`, (view) => view.course.turn > turn);
  }
  await Promise.all(rooms.map((room) => room.disconnect()));
  for (const person of people) person.close();
};

const all = [
  ...COURSES.map(({ id, steps: rows }) => [id, rows] as const),
  ...PRACTICES.map(({ who, rows }) => [who, numbered(rows)] as const),
];
for (const [index, [name, rows]] of all.entries()) {
  await run(name, fromFile(name.slice(0, 40).trim(), rows));
  console.log(`  … ${index + 1} of ${all.length}: ${name}`);
}
await stack.stop();
await dispose();
console.log(`courses: ${all.length} courses, ${steps} steps, ${mismatches} mismatches`);
judge('courses', { mismatches, 'courses short of 12': Math.max(0, 12 - all.length) });
