// The phase table. A row holds values, never functions; a rule that does not fit asks for a column.
// `null` for a voice means: nobody of that part exists, or is present, in this kind.

import type { Part, Space, Voice } from '../vocabulary.ts';

export type PhaseRow = {
  readonly voice: Readonly<Record<Part, Voice | null>>;
  readonly camera: Readonly<Record<Part, 'open' | 'none'>>;
  readonly presenterSeat: 'circle' | 'back';
  readonly memberClock: 'none' | 'soft';
  readonly needsPresenter: boolean;
  /** A case that runs is over before this step. */
  readonly endsCase: boolean;
  /** `null` = untimed unless the protocol says so. */
  readonly minutes: number | null;
  /**
   * Whose time it is where the evening is drawn to scale, while the presenter sits in the circle: they tell, all talk,
   * the group settles in or out, or pauses.
   */
  readonly mark: 'settle' | 'tell' | 'all' | 'pause';
  readonly space: Readonly<Record<Part, Space | null>>;
};

const everyCamera = { leader: 'open', presenter: 'open', member: 'open', outer: 'open' } as const;
const oneCircle = { leader: 'circle', presenter: 'circle', member: 'circle', outer: 'circle' } as const;
const common = {
  camera: everyCamera,
  presenterSeat: 'circle',
  memberClock: 'soft',
  needsPresenter: true,
  endsCase: false,
  mark: 'settle',
  space: oneCircle,
} as const;

export const PHASES = {
  arrive: {
    ...common,
    voice: { leader: 'open', presenter: null, member: 'open', outer: 'open' },
    memberClock: 'none',
    needsPresenter: false,
    endsCase: true,
    minutes: null,
  },
  quiet: {
    ...common,
    voice: { leader: 'none', presenter: null, member: 'none', outer: 'none' },
    memberClock: 'none',
    needsPresenter: false,
    minutes: 2,
  },
  round: {
    ...common,
    voice: { leader: 'open', presenter: null, member: 'open', outer: 'open' },
    memberClock: 'none',
    needsPresenter: false,
    minutes: 10,
    mark: 'all',
  },
  call: {
    ...common,
    voice: { leader: 'open', presenter: null, member: 'open', outer: 'none' },
    memberClock: 'none',
    needsPresenter: false,
    endsCase: true,
    minutes: null,
  },
  presentation: {
    ...common,
    voice: { leader: 'open', presenter: 'open', member: 'floor', outer: 'none' },
    minutes: 10,
    mark: 'tell',
  },
  questions: {
    ...common,
    voice: { leader: 'open', presenter: 'open', member: 'open', outer: 'none' },
    minutes: 5,
    mark: 'all',
  },
  pushBack: {
    ...common,
    voice: { leader: 'open', presenter: 'none', member: 'open', outer: 'none' },
    presenterSeat: 'back',
    // A gesture of moving back: nobody is told that its time has passed.
    memberClock: 'none',
    minutes: null,
    mark: 'all',
  },
  discussion: {
    ...common,
    voice: { leader: 'open', presenter: 'none', member: 'open', outer: 'none' },
    presenterSeat: 'back',
    minutes: 25,
    mark: 'all',
  },
  return: {
    ...common,
    voice: { leader: 'open', presenter: 'open', member: 'open', outer: 'none' },
    minutes: 5,
    mark: 'tell',
  },
  talk: {
    ...common,
    voice: { leader: 'open', presenter: null, member: 'open', outer: 'none' },
    needsPresenter: false,
    endsCase: true,
    minutes: 20,
    mark: 'all',
  },
  closing: {
    ...common,
    voice: { leader: 'open', presenter: null, member: 'open', outer: 'open' },
    needsPresenter: false,
    endsCase: true,
    minutes: 5,
  },
  break: {
    ...common,
    voice: { leader: 'open', presenter: null, member: 'open', outer: 'open' },
    memberClock: 'none',
    needsPresenter: false,
    endsCase: true,
    minutes: 10,
    mark: 'pause',
  },
  leaving: {
    ...common,
    voice: { leader: null, presenter: null, member: 'open', outer: 'open' },
    needsPresenter: false,
    endsCase: true,
    minutes: 10,
    space: { leader: null, presenter: null, member: 'circle', outer: 'circle' },
  },
  debrief: {
    ...common,
    voice: { leader: 'open', presenter: null, member: null, outer: null },
    memberClock: 'none',
    needsPresenter: false,
    endsCase: true,
    minutes: null,
    space: { leader: 'debrief', presenter: null, member: null, outer: null },
  },
} as const satisfies Record<string, PhaseRow>;

/** Once the evening has ended: members and the outer ring as they leave, leaders in their debrief. */
export const STAYING: PhaseRow = {
  ...PHASES.leaving,
  voice: { ...PHASES.leaving.voice, leader: PHASES.debrief.voice.leader },
  space: { ...PHASES.leaving.space, leader: PHASES.debrief.space.leader },
};

export type PhaseKind = keyof typeof PHASES;
export const PHASE_KINDS = Object.keys(PHASES) as [PhaseKind, ...PhaseKind[]];
