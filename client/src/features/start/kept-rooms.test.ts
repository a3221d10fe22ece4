import type { InvitationId } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetLink } from '../../links/address.ts';
import { fakeStorage } from '../../testing/storage.ts';
import { isOver } from './is-over.ts';
import { hasUncopied, keepRoom, keptRooms, openedRoom, withCopied } from './kept-rooms.ts';
import { linksText } from './links-text.ts';
import { EMPTY_DRAFT, planOf } from './start-model.ts';

let n = 0;
const fresh = { id: () => `id-${(n += 1)}`, secret: () => `secret-${(n += 1)}` };
const opened = (leader: string) => {
  const draft = { ...EMPTY_DRAFT, leader, group: 'Thursday', members: 'Mei Lin', organiserKey: 'the-key' };
  return openedRoom(draft, planOf(draft, fresh));
};
const stored = () => JSON.stringify({ ...sessionStorage });

beforeEach(() => void vi.stubGlobal('sessionStorage', fakeStorage()));
afterEach(() => void vi.unstubAllGlobals());

describe('the rooms of this tab', () => {
  it('[ST13] keeps every link of each room, the newest room first, and no organiser’s key', () => {
    const [first, second] = [opened('Ruth'), { ...opened('Tomás'), at: Date.now() + 1 }];
    keepRoom(first);
    keepRoom(second);
    expect(keptRooms()).toEqual([second, first]);
    expect(stored()).not.toContain('the-key');
  });

  it('[ST13, SC5] the page that learns that the session is over takes its links out of the tab, and no other’s', () => {
    const [first, second] = [opened('Ruth'), opened('Tomás')];
    keepRoom(first);
    keepRoom(second);
    forgetLink(first.plan.sessionId);
    expect(keptRooms()).toEqual([second]);
    for (const { secret } of first.plan.links) expect(stored()).not.toContain(`"${secret}"`);
  });

  it('[ST13] is empty where there is no storage, or none of ours', () => {
    vi.stubGlobal('sessionStorage', undefined);
    expect(keptRooms()).toEqual([]);
    keepRoom(opened('Ruth'));
  });

  it('[ST13] loses no room because another one cannot be read', () => {
    const room = opened('Ruth');
    keepRoom(room);
    sessionStorage.setItem('tele-balint:room:cut', '{"draft":');
    expect(keptRooms()).toEqual([room]);
  });

  it('[ST13] asks before it is left as long as one link was not copied', () => {
    const room = opened('Ruth');
    const ids = room.plan.links.map(({ invitation }) => invitation);
    expect(hasUncopied(room)).toBe(true);
    const some = withCopied(room, [ids[0] as InvitationId, ids[0] as InvitationId]);
    expect(some.copied).toEqual([ids[0]]);
    expect(hasUncopied(some)).toBe(true);
    expect(hasUncopied(withCopied(some, ids))).toBe(false);
  });

  it('[ST13] copies all links, each with what it opens and whose it is', () => {
    const room = opened('Ruth');
    const text = linksText('https://room.example', room);
    expect(text).toMatch(/^Thursday\n\nLeader: Ruth\nhttps:/);
    expect(text).toMatch(/\n\nMember: Mei Lin\nhttps:[^\n]*$/);
    for (const { secret } of room.plan.links)
      expect(text).toContain(`/s/${room.plan.sessionId}#${secret}.${room.plan.roomSecret}`);
  });
});

describe('whether a session is over', () => {
  const answering = (...refusals: readonly (string | null)[]) => {
    const rest = [...refusals];
    const fetched = vi.fn<typeof fetch>(() => {
      const refusal = rest.shift();
      if (refusal === undefined) return Promise.reject(new Error('nobody'));
      return Promise.resolve(Response.json({ refusal }, { status: refusal === null ? 200 : 410 }));
    });
    vi.stubGlobal('fetch', fetched);
    return fetched;
  };

  it.each([
    ['a link that opens', [null], false],
    ['the answer that it is over', ['over'], true],
    ['a renewed leader’s link', ['unknown-link', null], false],
    ['a link taken back', ['revoked-link'], false],
    ['nobody knowing three of its links', ['unknown-link', 'unknown-link', 'unknown-link'], true],
    ['no answer', [], false],
    ['too many tries', ['unknown-link', 'too-many-tries'], false],
  ] as const)('[ST13] %s', async (_, answers, over) => {
    const fetched = answering(...answers);
    expect(await isOver(opened('Ruth'))).toBe(over);
    expect(fetched.mock.calls.length).toBeLessThanOrEqual(3);
  });
});
