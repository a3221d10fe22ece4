// Literal views to look at while nothing runs. Never part of the built page.

import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import { COMMANDS } from '@tele-balint/shared/decisions/commands';
import { stepViews } from '@tele-balint/shared/view/view-steps';
import { PRESETS } from '@tele-balint/shared/protocol/presets';
import type { PhaseKind } from '@tele-balint/shared/protocol/steps';

const NAMES = [
  ['Ruth Adler', 'leader'],
  ['Samir Haddad', 'member'],
  ['Claire Dubois', 'member'],
  ['Mei Lin', 'member'],
  ['Priya Nair', 'member'],
  ['Tomás Vidal', 'coLeader'],
  ['Kofi Mensah', 'member'],
  ['Jonas Weber', 'member'],
  ['Elena Petrova', 'member'],
  ['Anneke de Vries-Oosterhuis van den Berg', 'member'],
  ['Lars Holm', 'member'],
  ['Noor Said', 'member'],
  ['Ines Ferreira', 'member'],
  ['Ben Ott', 'member'],
  ['Ada Stone', 'member'],
  ['Max Frey', 'member'],
  // Enough for both rings.
  ...Array.from({ length: 10 }, (_, n) => [`Guest ${n + 1}`, 'member'] as const),
] as const;

const BACK: readonly PhaseKind[] = ['pushBack', 'discussion'];

/** What no leader may do while a case runs. */
const NOT_NOW: readonly string[] = ['stepUp', 'stepIn', 'endDebrief', 'stopCase', 'stayLonger'];

const NOT_YET: readonly PhaseKind[] = ['arrive', 'call', 'closing'];

export type Scene = {
  readonly kind: PhaseKind;
  /** The number of the seat that looks. */
  readonly who: number;
  readonly people: number;
  readonly group: string;
  /** The presenter asks to come in. */
  readonly ask: boolean;
  /** Notices for everybody stand. */
  readonly told: boolean;
  /** So many people wait at the door. */
  readonly waiting: number;
  /** Everybody has a name of 60 letters without a space. */
  readonly unbroken: boolean;
  /** The presenter is chosen already where the case has not begun. */
  readonly chosen: boolean;
  /** Everybody has a long name. */
  readonly long: boolean;
  /** The presenter, and the fourth and fifth, are marked as not the leader. */
  readonly notLeader: boolean;
  /** The number of the seat that presents. */
  readonly presents: number;
  /** How many of the people, the last ones, sit in the outer circle. */
  readonly observers: number;
  /** Whoever looks has stepped out; the fifth has. */
  readonly out: boolean;
  readonly steppedOut: boolean;
  /** The fourth calls for help, and so does whoever looks. */
  readonly help: boolean;
  /** So many people, three or four, sit at each of two cameras; 0 = at none. */
  readonly sites: number;
  /** The presenter sits apart from the others at their camera. */
  readonly apart: boolean;
};

/** The camera that somebody shares with others: those before the co-leader one, and those before the eleventh another. */
const siteOf = (i: number, size: number): string =>
  i < 5 && i >= 5 - size ? 'York' : i < 10 && i >= 10 - size ? 'Leeds' : '';

/** A room in a phase, seen by one seat. */
export const roomView = (scene: Scene): RoomView => {
  const {
    kind,
    who,
    people,
    group,
    ask,
    told,
    long,
    notLeader,
    presents,
    observers,
    waiting,
    unbroken,
    chosen,
    out,
    steppedOut,
    help,
    sites,
    apart,
  } = scene;
  const siteAt = (i: number) => (sites > 0 ? siteOf(i, sites) : '');
  const lineAt = (i: number) => siteAt(i) || `line-${i}`;
  const silentSite = BACK.includes(kind) && !apart ? siteAt(presents) : '';
  const now = Date.now();
  const presenting = !NOT_YET.includes(kind);
  const back = BACK.includes(kind);
  const places = NAMES.slice(0, people).map(([name, role], i) => {
    const presenter = presenting && i === presents;
    const outside = i >= people - observers;
    return {
      seat: `seat-${i}`,
      line: lineAt(i),
      site: siteAt(i),
      name: unbroken
        ? `${name.split(' ')[0]}${'wilhelmina'.repeat(6)}`.slice(0, 60)
        : long
          ? `Dr. ${name.split(' ')[0]}-Wilhelmina von der Oosterhuis-Zwischenberger`
          : name,
      notLeader: notLeader && (i === 3 || i === 4 || presenter),
      profession: 'GP',
      role: outside ? 'observer' : role,
      leads: !outside && (role === 'leader' || role === 'coLeader'),
      presence: i === 6 && sites < 4 ? 'away' : i === 8 && sites === 0 ? 'left' : 'here',
      presenter,
      sits: presenter && back ? 'back' : outside ? 'row' : 'circle',
      out: (steppedOut && i === 4) || (out && i === who),
      hand: i === 3 ? 1 : i === 4 ? 2 : null,
      floor: i === 7 && kind === 'presentation',
      media: {
        identity: `id-${lineAt(i)}`,
        microphone: !(presenter && back) && (siteAt(i) === '' || siteAt(i) !== silentSite),
        camera: true,
      },
    } as unknown as PlaceView;
  });
  const steps = stepViews(PRESETS.case45);
  const own = NAMES.slice(0, people).flatMap((_, i) => (lineAt(i) === lineAt(who) ? [i] : []));
  const sitsBack = back && own.includes(presents) && !(apart && own.length > 1);
  const leads = who === 0 || who === 5;
  return {
    kind: 'room',
    version: 1,
    now,
    session: {
      id: 'x',
      group,
      endsAt: told ? now + 60_000 : null,
      leaderless: false,
      leaving: null,
      stay: null,
      begun: true,
      until: now + 1_800_000,
    },
    door: 'closed',
    course: {
      turn: 3,
      index: steps.findIndex((step) => step.kind === kind),
      kind,
      steps,
      memberVoice: kind === 'presentation' ? 'floor' : 'open',
      ...{ paused: false, gently: false, apart },
      clock: { since: now - 500_000, endsAt: now + 700_000, held: null },
    },
    presenter: presenting || chosen ? `seat-${presents}` : null,
    places,
    ears: places.filter(({ presence }) => presence === 'here').map(({ seat }) => seat),
    allHere: false,
    notices: told ? [{ type: 'tookOver', seat: 'seat-1', at: now }] : [],
    you: {
      line: lineAt(who),
      seats: own.map((i) => ({
        seat: `seat-${i}`,
        role: NAMES[i]?.[1] ?? 'member',
        leads,
        ...{ standsIn: null, handedBy: null, offered: false },
        comeIn: back && i === presents ? (ask ? 'asked' : 'none') : null,
        out,
        help: help ? 'asked' : 'none',
        can: leads
          ? Object.keys(COMMANDS).filter((name) => !NOT_NOW.includes(name))
          : [
              i === 3 && sites > 0 ? 'lowerHand' : 'raiseHand',
              ...(i === presents && presenting ? ['stopCase'] : []),
              ...['leave', out ? 'stepIn' : 'stepOut', 'withdrawHelp'],
            ],
      })),
      may: {
        microphone: !out && !sitsBack && (leads || who === presents || kind !== 'presentation'),
        camera: !out,
      },
      why: out ? 'out' : kind === 'presentation' ? 'floor' : null,
      askedToOpen: null,
      media: null,
      beside: [],
      confirmed: true,
    },
    leader: leads
      ? {
          beside:
            sites > 0
              ? [
                  {
                    ask: 'ask-1',
                    line: 'York',
                    name: 'Ben Ott',
                    profession: 'GP',
                    site: 'York',
                    since: now,
                    notLeader: false,
                  },
                ]
              : [],
          waiting: NAMES.slice(0, waiting).map(([name], i) => ({
            line: `waits-${i}`,
            people: [{ name: unbroken ? 'W'.repeat(60) : name, profession: '', notLeader: false }],
            ...{ site: '', lacks: 0 },
            since: now - 75_000,
            present: true,
            nextPhase: false,
            forSeat: null,
            mayBe: [],
            givesWay: false,
          })),
          invitations: [],
          hands: ['seat-3', 'seat-4'],
          ask: ask && back ? { seat: `seat-${presents}`, since: now - 20_000, seen: false } : null,
          away: [],
          unenforced: [],
          rings: {
            out: places.slice(6, 8).map(({ seat }) => seat),
            in: places.filter(({ sits }) => sits === 'row').map(({ seat }) => seat),
          },
          helps: help ? [{ seat: 'seat-3', since: now - 70_000, seen: false }] : [],
          tellsQuiet: true,
          plan: { edition: 0, over: {}, evening: {}, edited: null },
          ...{ moved: null, undo: null, chair: null, missed: null, offers: [] },
          rests: false,
          strangers: 0,
          disguised: [],
          session: { startsAt: null, begunAt: now - 900_000, endsAt: now + 1_800_000, needs: 10 },
          ...{ backup: null, handing: null, closed: [], last: null },
          voices: { member: 'open', outer: 'none' },
        }
      : null,
  } as unknown as RoomView;
};
