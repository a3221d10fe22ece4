import { describe, expect, it } from 'vitest';
import { fullCircle } from '../testing/play.ts';
import { grantsOf } from '../session/grants.ts';
import type { Space, Voice } from '../vocabulary.ts';
import { PHASES, type PhaseKind, type PhaseRow } from './phases.ts';

const TABLE: Record<PhaseKind, readonly (Voice | null)[]> = {
  arrive: ['open', null, 'open', 'open'],
  quiet: ['none', null, 'none', 'none'],
  round: ['open', null, 'open', 'open'],
  call: ['open', null, 'open', 'none'],
  presentation: ['open', 'open', 'floor', 'none'],
  questions: ['open', 'open', 'open', 'none'],
  pushBack: ['open', 'none', 'open', 'none'],
  discussion: ['open', 'none', 'open', 'none'],
  return: ['open', 'open', 'open', 'none'],
  talk: ['open', null, 'open', 'none'],
  closing: ['open', null, 'open', 'open'],
  break: ['open', null, 'open', 'open'],
  leaving: [null, null, 'open', 'open'],
  debrief: ['open', null, null, null],
};

type Rest = readonly [
  memberClock: 'none' | 'soft',
  needsPresenter: boolean,
  endsCase: boolean,
  minutes: number | null,
  mark: PhaseRow['mark'],
  space: readonly (Space | null)[],
];
const CIRCLE = ['circle', 'circle', 'circle', 'circle'] as const;

/** The other columns, once more by hand. */
const REST: Record<PhaseKind, Rest> = {
  arrive: ['none', false, true, null, 'settle', CIRCLE],
  quiet: ['none', false, false, 2, 'settle', CIRCLE],
  round: ['none', false, false, 10, 'all', CIRCLE],
  call: ['none', false, true, null, 'settle', CIRCLE],
  presentation: ['soft', true, false, 10, 'tell', CIRCLE],
  questions: ['soft', true, false, 5, 'all', CIRCLE],
  pushBack: ['none', true, false, null, 'all', CIRCLE],
  discussion: ['soft', true, false, 25, 'all', CIRCLE],
  return: ['soft', true, false, 5, 'tell', CIRCLE],
  talk: ['soft', false, true, 20, 'all', CIRCLE],
  closing: ['soft', false, true, 5, 'settle', CIRCLE],
  break: ['none', false, true, 10, 'pause', CIRCLE],
  leaving: ['soft', false, true, 10, 'settle', [null, null, 'circle', 'circle']],
  debrief: ['none', false, true, null, 'settle', ['debrief', null, null, null]],
};

describe('the phase table', () => {
  it.each(Object.entries(TABLE))(
    '[PH1] %s gives leader, presenter, member and outer ring their voice',
    (kind, voices) => {
      const { voice } = PHASES[kind as PhaseKind];
      expect([voice.leader, voice.presenter, voice.member, voice.outer]).toEqual(voices);
    },
  );

  it.each(Object.entries(REST))(
    '[PH1] %s has its clock for members, its presenter, its minutes, its space, and every camera',
    (kind, [memberClock, needsPresenter, endsCase, minutes, mark, spaces]) => {
      const row = PHASES[kind as PhaseKind];
      const { leader, presenter, member, outer } = row.space;
      expect([row.memberClock, row.needsPresenter, row.endsCase, row.minutes, row.mark]).toEqual([
        memberClock,
        needsPresenter,
        endsCase,
        minutes,
        mark,
      ]);
      expect([leader, presenter, member, outer]).toEqual(spaces);
      expect(row.camera).toEqual({ leader: 'open', presenter: 'open', member: 'open', outer: 'open' });
    },
  );

  it('[PH2] the chair stands back in push-back and discussion and nowhere else', () => {
    const back = Object.entries(PHASES).filter(([, row]) => row.presenterSeat === 'back');
    expect(back.map(([kind]) => kind)).toEqual(['pushBack', 'discussion']);
  });

  it('[PH3] the debrief is a space of its own in which nobody but leaders is', () => {
    expect(PHASES.debrief.space).toEqual({
      leader: 'debrief',
      presenter: null,
      member: null,
      outer: null,
    });
  });

  it.each(['presentation', 'questions', 'pushBack', 'discussion', 'return', 'closing'] as const)(
    '[PH1] the grants of %s are the row of the table',
    (kind) => {
      const { play, ruth, claire, samir, lars } = fullCircle();
      play.to(kind);
      const may = new Map(grantsOf(play.session, play.now).map((grant) => [grant.line, grant.microphone]));
      const row = PHASES[kind].voice;
      const open = (voice: Voice | null) => voice === 'open';
      expect(may.get(ruth)).toBe(open(row.leader));
      expect(may.get(samir)).toBe(open(row.member));
      expect(may.get(lars)).toBe(open(row.outer));
      expect(may.get(claire)).toBe(open(row.presenter ?? row.member));
    },
  );

  it('[PH4] unticking "protect the story" opens the voice of members in the presentation', () => {
    const { play, samir } = fullCircle('case45', false);
    play.to('presentation');
    expect(play.room(samir).you.may.microphone).toBe(true);
  });
});
