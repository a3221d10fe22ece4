import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { make, moves } from '../testing/arbitraries.ts';
import { fullCircle } from '../testing/play.ts';
import { USUAL_EVENING } from '../protocol/steps.ts';
import { EVENT_VERSION } from './events.ts';
import { readEvent, upcast } from './upcasts.ts';

describe('an event of an older program', () => {
  it('[LG9] goes through every version in between, and a newer one is refused', () => {
    const old = { type: 'begun', at: 1 };
    const upcasts = {
      1: (event: object) => ({ ...event, two: true }),
      2: (event: object) => ({ ...event, three: true }),
    };
    expect(upcast(old, 1, 3, upcasts)).toEqual({ ...old, two: true, three: true });
    expect(() => upcast(old, 4, 3, upcasts)).toThrow(/newer program/);
    expect(() => upcast(old, 1, 4, upcasts)).toThrow(/no upcast/);
  });

  it('[LG9] gets ids for its steps, and the course its own voice', () => {
    const steps = [
      { kind: 'call', minutes: null },
      { kind: 'presentation', minutes: 5 },
    ];
    const link = { invitation: 'i', hash: 'h', kind: 'open', role: 'member', name: null };
    const opened = {
      type: 'opened',
      at: 1,
      id: 'session',
      group: '',
      media: 'm',
      protocol: { preset: 'case45', steps, protectStory: false },
      invitations: [{ ...link, revoked: false }],
    };
    expect(readEvent(opened, 1)).toEqual({
      ...opened,
      startsAt: null,
      closingLine: null,
      protocol: {
        madeFrom: 'case45',
        reentry: 'leaders',
        outerRing: false,
        presenterWait: 120,
        leavingMinutes: null,
        debrief: false,
        steps: [
          { id: 's1', kind: 'call', minutes: null },
          { id: 's2', kind: 'presentation', minutes: 5, over: { voice: { member: 'open' } } },
        ],
      },
      invitations: [link],
    });
    const moved = { type: 'moved', at: 2, step: 1, endsAt: null, left: null };
    expect(readEvent(moved, 1)).toEqual({ ...moved, step: 's2', by: null });
    const voiced = { type: 'voiceSet', at: 3, role: 'observer', voice: 'open' };
    expect(readEvent(voiced, 1)).toEqual({ type: 'voiceSet', at: 3, part: 'outer', voice: 'open' });
  });

  it('[LG9] of the program before holds for the whole evening what held then: nothing follows the end', () => {
    const steps = [{ id: 's1', kind: 'call', minutes: null }];
    const opened = { type: 'opened', at: 1, id: 'session', group: '', media: 'm', invitations: [] };
    expect(readEvent({ ...opened, protocol: { preset: 'long105', steps } }, 2)).toEqual({
      ...opened,
      startsAt: null,
      closingLine: null,
      protocol: { ...USUAL_EVENING, leavingMinutes: null, debrief: false, madeFrom: 'long105', steps },
    });
  });

  it('[LG9] has no date, and begins an evening that floats', () => {
    const begun = { type: 'begun', at: 2 };
    expect(readEvent(begun, 1)).toEqual({ ...begun, endsAt: 'floats' });
    expect(readEvent(begun, 2)).toEqual({ ...begun, endsAt: 'floats' });
  });

  it('[LG9, LV1] ends for all at once', () => {
    const announced = { type: 'endAnnounced', at: 2, endsAt: 3 };
    for (const version of [1, 2])
      expect(readEvent(announced, version)).toEqual({ ...announced, stays: false });
  });

  it('[LG9, CM32, PR22] says neither who moved nor how long a presenter was away', () => {
    const moved = { type: 'moved', at: 2, step: 's2', endsAt: null, left: null };
    expect(readEvent(moved, 2)).toEqual({ ...moved, by: null });
    const connected = { type: 'connected', at: 2, line: 'l', page: 'p', identity: 'i', moved: false };
    expect(readEvent(connected, 2)).toEqual({ ...connected, missed: null });
  });

  it('[LG9, LD5] a backup whom nobody asked counts as agreed', () => {
    const named = { type: 'backupNamed', at: 2, seat: 'somebody' };
    expect(readEvent(named, 1)).toEqual({ ...named, agreed: true });
    expect(readEvent(named, 2)).toEqual({ ...named, agreed: true });
  });

  it('[LG9] of the first program keeps pieces of its state whole, and is read without what that said besides', () => {
    const link = { invitation: 'i', hash: 'h', kind: 'open', role: 'member', name: null };
    expect(readEvent({ type: 'invitationAdded', at: 1, invitation: { ...link, revoked: false } }, 1)).toEqual(
      {
        ...{ type: 'invitationAdded', at: 1 },
        invitation: link,
      },
    );
    const person = { name: 'Mei', profession: 'GP' };
    const waits = { line: 'l', invitation: 'i', ...person, forSeat: null, since: 1, present: true };
    expect(readEvent({ type: 'asked', at: 1, waiting: waits }, 1)).toEqual({
      ...{ type: 'asked', at: 1, line: 'l', invitation: 'i', people: [person], forSeat: null, site: '' },
    });
    const place = { seat: 's', line: 'l', invitation: 'i', ...person, role: 'member' };
    expect(readEvent({ type: 'seated', at: 1, seat: { ...place, gone: null } }, 1)).toEqual({
      ...{ type: 'seated', at: 1, site: '', ...place },
    });
    const voiced = { type: 'voiceSet', at: 1, role: 'member', voice: 'none' };
    expect(readEvent(voiced, 1)).toEqual({ type: 'voiceSet', at: 1, part: 'member', voice: 'none' });
  });

  it('[LG9] of the second program sat alone at its line', () => {
    const asked = { type: 'asked', at: 1, line: 'l', invitation: 'i', forSeat: null };
    const people = [{ name: 'Mei', profession: 'GP' }];
    expect(readEvent({ ...asked, people }, 2)).toEqual({ ...asked, people, site: '' });
  });

  it('[LG9] that is none, or says more than it may, is refused', () => {
    expect(() => readEvent({ type: 'vanished', at: 1 }, EVENT_VERSION)).toThrow();
    expect(() => readEvent({ type: 'held' }, EVENT_VERSION)).toThrow();
    expect(() => readEvent({ type: 'held', at: 1, by: 'somebody' }, EVENT_VERSION)).toThrow();
    expect(() => readEvent(null, EVENT_VERSION)).toThrow();
  });

  it('[LG9] of this program is read just as it was written, whatever happens in a session', () => {
    fc.assert(
      fc.property(moves(), (list) => {
        const { play } = fullCircle();
        for (const move of list) make(play, move);
        for (const event of play.log)
          expect(readEvent(JSON.parse(JSON.stringify(event)), EVENT_VERSION)).toEqual(event);
      }),
      { numRuns: 100 },
    );
  });
});
