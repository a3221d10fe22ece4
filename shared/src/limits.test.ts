import { expect, it } from 'vitest';
import { protocolOf } from './protocol/presets.ts';
import type { Stepped } from './step.ts';
import { fullCircle, Play } from './testing/play.ts';
import { DAY, HOUR, later, MINUTE, SECOND, type SessionId } from './vocabulary.ts';

type Evening = ReturnType<typeof fullCircle>;
/** What was asked for, a while after `from` was looked at. */
type Limit = readonly [
  rule: string,
  what: string,
  ms: number,
  begins: (evening: Evening) => void,
  asks: (evening: Evening) => Stepped | boolean,
];

const heldOf = ({ play }: Evening) => play.session.course.heldSince !== null;

const LIMITS: readonly Limit[] = [
  [
    'CM8',
    'the course rests after a move',
    SECOND,
    ({ play }) => void play.lead({ type: 'next', turn: play.session.course.turn }),
    ({ play }) => play.lead({ type: 'next', turn: play.session.course.turn }),
  ],
  [
    'DR5',
    'a leader’s place is not taken over again',
    10 * SECOND,
    ({ play }) => void play.connect(play.enter('ruth', 'Ruth', true)),
    ({ play }) => play.ask('ruth', 'Ruth', true),
  ],
  [
    'DR7',
    'a place does not move to a third window',
    10 * SECOND,
    ({ play, mei }) => void play.connect(mei, 'second', true),
    ({ play, mei }) => play.connect(mei, 'third', true),
  ],
  [
    'FL11',
    'nobody is asked again to open their microphone',
    20 * SECOND,
    ({ play, samir }) => void play.to('discussion').lead({ type: 'askToOpen', seat: play.seat(samir) }),
    ({ play, samir }) => play.lead({ type: 'askToOpen', seat: play.seat(samir) }),
  ],
  [
    'HP1',
    'a call for help is not taken back',
    2 * SECOND,
    ({ play, mei }) => void play.says(mei, { type: 'askHelp' }),
    ({ play, mei }) => play.says(mei, { type: 'withdrawHelp' }),
  ],
  [
    'LD2',
    'the backup does not lead on',
    30 * SECOND,
    ({ play, ruth, tomas, mei }) => {
      play.backUp(mei);
      for (const line of [ruth, tomas]) play.disconnect(line);
    },
    ({ play, mei }) => play.says(mei, { type: 'openDoor' }).ok || play.says(mei, { type: 'closeDoor' }).ok,
  ],
  [
    'CM4',
    'an announced end does not come',
    MINUTE,
    ({ play }) => void play.lead({ type: 'endSession' }),
    ({ play }) => play.tick().session.status === 'ended',
  ],
  [
    'LV3',
    'the time to stay is not over',
    10 * MINUTE,
    ({ play }) => {
      play.lead({ type: 'endSession', stay: true });
      play.wait(MINUTE).tick();
    },
    ({ play, mei }) => play.tick().view(mei)?.kind === 'over',
  ],
  [
    'TM6',
    'an evening without anybody does not end',
    2 * HOUR,
    ({ play }) => {
      for (const { line } of play.session.seats) play.disconnect(line);
    },
    ({ play }) => play.tick().session.status === 'ended',
  ],
  [
    'DR9',
    'a crowd that is gone from the door gives no way',
    2 * MINUTE,
    ({ play }) => {
      for (let n = 0; n < 50; n += 1) play.ask('open', `Waiting ${String(n)}`);
    },
    ({ play }) => play.ask('open', 'Ola'),
  ],
];

const said = (answer: Stepped | boolean): boolean => (typeof answer === 'boolean' ? answer : answer.ok);

it.each(LIMITS)('[%s] until its time %s, and then it is otherwise', (_rule, _what, ms, begins, asks) => {
  for (const [waits, comes] of [
    [ms - 1, false],
    [ms, true],
  ] as const) {
    const evening = fullCircle();
    begins(evening);
    evening.play.wait(waits);
    expect([waits, said(asks(evening))]).toEqual([waits, comes]);
  }
});

it('[CM30] a move is undone until ten seconds have passed', () => {
  for (const [waits, comes] of [
    [10 * SECOND - 1, true],
    [10 * SECOND, false],
  ] as const) {
    const { play, ruth } = fullCircle();
    play.lead({ type: 'next', turn: play.session.course.turn });
    const until = later(play.now, 10 * SECOND);
    play.wait(waits);
    expect(play.room(ruth).leader?.undo?.until ?? null).toBe(comes ? until : null);
    expect(play.lead({ type: 'undo', turn: play.session.course.turn }).ok).toBe(comes);
  }
});

it('[TM6] a session that nobody begins ends 14 days after its date, or its opening', () => {
  for (const ahead of [null, 3 * DAY])
    for (const [waits, status] of [
      [14 * DAY - 1, 'made'],
      [14 * DAY, 'ended'],
    ] as const) {
      const play = new Play('case45', true, [], ahead);
      play.wait((ahead ?? 0) + waits).tick();
      expect([ahead, waits, play.session.status]).toEqual([ahead, waits, status]);
    }
});

it('[TM8] a session is opened for a date from ten minutes back to a year ahead', () => {
  const opens = (ahead: number) => {
    const play = new Play();
    const { id, group, invitations } = play.session;
    const fresh = new Play();
    fresh.session = { ...fresh.session, status: 'none', id: '' as SessionId };
    const startsAt = later(play.now, ahead);
    const command = { type: 'open', id, group, protocol: protocolOf('case45', true), invitations } as const;
    const answer = fresh.do({ ...command, startsAt }, { kind: 'door' });
    return answer.ok ? 'ok' : answer.refusal;
  };
  const [back, year] = [-10 * MINUTE, 366 * DAY];
  expect([back - 1, back, 0, year, year + 1].map(opens)).toEqual(['bad-date', 'ok', 'ok', 'ok', 'bad-date']);
});

it('[DR18] the door of a session with a date works from 15 minutes before it on', () => {
  for (const [waits, comes] of [
    [45 * MINUTE - 1, false],
    [45 * MINUTE, true],
  ] as const) {
    const play = new Play('case45', true, ['ola'], HOUR);
    play.connect(play.enter('ruth', 'Ruth'));
    play.wait(waits);
    const line = play.enter('ola', 'Ola');
    expect([waits, play.session.lines[line]?.state]).toEqual([waits, comes ? 'seated' : 'waiting']);
  }
});

it('[TM3] a held clock gives the step its time back', () => {
  const evening = fullCircle();
  const { play, ruth } = evening;
  play.to('presentation').lead({ type: 'hold' });
  const before = play.room(ruth).course.clock;
  play.wait(7 * MINUTE).lead({ type: 'resume' });
  expect(heldOf(evening)).toBe(false);
  expect(play.room(ruth).course.clock).toEqual({
    held: null,
    since: later(before!.since, 7 * MINUTE),
    endsAt: later(before!.endsAt, 7 * MINUTE),
  });
});
