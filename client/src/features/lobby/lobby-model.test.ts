import { describe, expect, it, vi } from 'vitest';
import type { LookAnswer } from '@tele-balint/shared/http';
import {
  EMPTY_ENTRY,
  RULES,
  entryFor,
  faultOf,
  isFinal,
  questionOf,
  toggled,
  whatFollows,
} from './lobby-model.ts';
import { eveningOf, whenWords } from './when.ts';
import { dayAndTime, timeOfDay } from '../../state/time-of-day.ts';
import { t } from '../../text/text.ts';
import type { Instant } from '@tele-balint/shared/vocabulary';

const look: LookAnswer = {
  group: 'Thursday group',
  leaders: ['Ruth Adler'],
  kind: 'open',
  role: 'member',
  name: null,
  door: 'open',
  led: true,
  taken: false,
  startsAt: null,
  endsAt: null,
  opensAt: null,
  sealed: false,
};
const ready = { name: ' Mei Lin ', profession: '', accepted: RULES, company: null };

describe('before coming in', () => {
  it('the name on the link stands in the field', () => {
    expect(entryFor({ ...look, name: 'Mei Lin' }, null).name).toBe('Mei Lin');
    expect(entryFor(look, null)).toEqual(EMPTY_ENTRY);
  });

  it('[ST22] whom a link expects together stand in the fields, with the name of their place', () => {
    const entry = entryFor({ ...look, name: 'York', people: ['Claire', 'Kofi', 'Elena'] }, null);
    expect(entry).toMatchObject({ name: 'Claire', company: { site: 'York' } });
    expect(entry.company?.people.map(({ name }) => name)).toEqual(['Kofi', 'Elena']);
  });

  it("[LB12] what is remembered of one person is never put under another one's name", () => {
    const before = { name: 'Mei Lin', profession: 'Nursing', agreed: '', microphoneId: null, cameraId: null };
    const known = { name: 'Mei Lin', profession: 'Nursing', accepted: [], company: null };
    expect(entryFor(look, before)).toEqual(known);
    expect(entryFor({ ...look, name: 'Mei  Lin' }, before)).toMatchObject({ profession: 'Nursing' });
    expect(entryFor({ ...look, name: 'Ben' }, before)).toEqual({ ...known, name: 'Ben', profession: '' });
  });

  it('[LB2] asks for a name, then for every promise by its own words', () => {
    expect(faultOf(EMPTY_ENTRY)).toEqual({ field: 'name' });
    const but = toggled(ready, 'lobby.rule3');
    expect(faultOf(but)).toEqual({ field: 'rule', rule: 'lobby.rule3' });
    expect(faultOf(toggled(but, 'lobby.rule3'))).toBeNull();
  });

  it('[DR13] accepts the rules for nobody', () => {
    expect(questionOf(ready, 's', false)).toMatchObject({ name: 'Mei Lin', rulesAccepted: true });
    expect(questionOf({ ...ready, accepted: [] }, 's', true)).toMatchObject({
      rulesAccepted: false,
      takeOver: true,
    });
  });

  it('[DR2] says what follows for each kind of link and door', () => {
    expect(whatFollows(look)).toBe('lobby.byName');
    expect(whatFollows({ ...look, kind: 'personal' })).toBe('lobby.straightIn');
    expect(whatFollows({ ...look, kind: 'personal', door: 'closed' })).toBe('lobby.doorClosed');
    expect(whatFollows({ ...look, led: false })).toBe('lobby.byName');
    expect(whatFollows({ ...look, led: false, kind: 'personal' })).toBe('lobby.noLeader');
    expect(whatFollows({ ...look, led: false, door: 'closed' })).toBe('lobby.noLeader');
    expect(whatFollows({ ...look, led: false, kind: 'leader' })).toBe('lobby.asLeader');
    expect(whatFollows({ ...look, kind: 'leader', door: 'closed' })).toBe('lobby.asLeader');
  });

  it('[DR18] says when it begins, and from when on the door works, in the reader’s own time', () => {
    const startsAt = new Date(2026, 11, 3, 18, 30).getTime() as Instant;
    const early = { ...look, startsAt, opensAt: (startsAt - 15 * 60_000) as Instant };
    for (const kind of ['open', 'personal'] as const)
      expect(whatFollows({ ...early, kind, door: 'closed', led: false })).toBe('lobby.tooEarly');
    expect(whatFollows({ ...early, kind: 'leader' })).toBe('lobby.asLeader');
    const words = t('lobby.tooEarly', whenWords(early));
    expect(words).toContain(`It begins on ${dayAndTime(startsAt)}, your time.`);
    vi.stubGlobal('location', { origin: 'https://balint.example.org' });
    const held = (bytes: string | null) => ({ read: () => bytes, settle: () => undefined });
    const link = { sessionId: 's', invitation: 'i', roomSecret: held('r') };
    expect(eveningOf({ ...early, endsAt: null }, link)).toMatchObject({
      ...{ startsAt, endsAt: null, group: 'Thursday group' },
      link: 'https://balint.example.org/s/s#i.r',
    });
    expect(eveningOf({ ...early, opensAt: null }, link)).toBeNull();
    expect(eveningOf({ ...early, endsAt: null }, { ...link, roomSecret: held(null) })).toBeNull();
    vi.unstubAllGlobals();
    expect(words).toContain(`from ${timeOfDay(startsAt - 15 * 60_000)} on`);
  });

  it('[SC7] a link that opens nothing ends the form, trouble on the line does not', () => {
    expect(isFinal('revoked-link')).toBe(true);
    expect(isFinal('network')).toBe(false);
    expect(isFinal('place-taken')).toBe(false);
  });
});
