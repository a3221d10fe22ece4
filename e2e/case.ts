// A session in the middle of a case: one leader, a presenter, three members.

import { goOnTo, must, type OpenedSession, openSession, type Person, rested } from './people.ts';

export type Case = {
  readonly session: OpenedSession;
  readonly leader: Person;
  readonly presenter: Person;
  readonly member: Person;
  readonly other: Person;
  readonly guest: Person;
  readonly all: readonly Person[];
};

/** Opens a session and goes on to the questions, where everybody in the circle may speak; the next move may be pressed. */
export async function openCase(url: string): Promise<Case> {
  const session = await openSession(url, {
    Ada: 'leader',
    Ben: 'member',
    Cleo: 'member',
    Dan: 'member',
    Eve: 'member',
  });
  const leader = await session.enter('Ada');
  const presenter = await session.enter('Ben');
  const member = await session.enter('Cleo');
  const other = await session.enter('Dan');
  const guest = await session.enter('Eve');
  await goOnTo(leader, 'call');
  await must(leader, { type: 'choosePresenter', seat: presenter.room().you.seats[0].seat });
  await goOnTo(leader, 'questions');
  await rested(leader);
  return {
    session,
    leader,
    presenter,
    member,
    other,
    guest,
    all: [leader, presenter, member, other, guest],
  };
}

/** The media identity of a person's page. */
export function identityOf(person: Person): string {
  const identity = person.room().you.media?.identity;
  if (identity === undefined) throw new Error(`${person.name} has no media identity`);
  return identity;
}
