import { beforeEach, describe, expect, it } from 'vitest';
import { begin } from './agreement.ts';
import type { Letter } from './messages.ts';
import { due, mayOpen, NO_POST, noteOutcome, take, write, type Leading, type Post } from './post.ts';
import type { Peer, State } from './state.ts';
import { CONTACT_AGAIN, LETTERS_WITHIN, MOST_LETTERS, NOTE_AGAIN, NOTE_WAITS } from './times.ts';

const [ME, RUTH, BEN, CLEO] = ['aa', 'bb', 'cc', 'dd'].map((byte) => byte.repeat(16)) as [
  string,
  string,
  string,
  string,
];
const HASH = '11'.repeat(32);
const peer = (mid: string, line: string, patch: Partial<Peer> = {}): Peer => ({
  ...{ mid, identity: '', line, media: line, names: [line], helloEpoch: 1, receiving: `half ${line}` },
  ...{ receivingEpoch: 1, heard: 0, turn: 1, since: 0, inRoster: true, unnamed: null, count: 1 },
  ...{ beat: { at: 0, roster: HASH }, opened: 1, openedAt: 0, held: [{ epoch: 1, commitment: '' }], told: 1 },
  ...{ again: 0, answered: 0, differs: null, foul: false, accuses: [], commit: null, reveal: null },
  ...patch,
});
const empty = begin(
  { mid: ME, line: 'me', media: 'me', names: ['Me'] },
  { lines: [], media: new Map() },
  0,
).state;
const stateWith = (...peers: readonly Peer[]): State => ({
  ...empty,
  own: { ...empty.own, used: 1 },
  roster: { ...empty.roster, hash: HASH },
  known: Object.fromEntries(peers.map((one) => [one.mid, one])),
});
const all = stateWith(peer(RUTH, 'ruth'), peer(BEN, 'ben'), peer(CLEO, 'cleo'));
const lead = (lines: readonly string[], me = true): Leading => ({ lines: new Set(lines), me });
const letter = (mid: string, count: number, patch: Partial<Letter> = {}): Letter => ({
  ...{ type: 'letter', mid, count, to: ME },
  ...{ tag: new Uint8Array(4), enc: new Uint8Array(32), ct: new Uint8Array(528) },
  ...patch,
});
const NOTE = { kind: 'note', text: 'shall we move on?' } as const;
const CONTACT = { kind: 'contact', text: '+44 20' } as const;

describe('letters that a page writes', () => {
  let post: Post;
  const sent = (state: State, leading: Leading, now: number) => {
    const { post: next, letters } = due(post, state, leading, now);
    post = next;
    return letters.map(({ to, count, content }) => `${to.line} ${count} ${content.kind} ${content.number}`);
  };
  const answer = (mid: string, number: number) => {
    post = take(post, peer(mid, 'x'), { kind: 'taken', number }, lead([])).post;
  };
  beforeEach(() => {
    post = NO_POST;
  });

  it('[LT2] a note goes to the others who lead, is written again until they have it, and its end is told', () => {
    const leading = lead(['ruth', 'ben']);
    post = write(post, NOTE, leading, 0);
    expect(sent(all, leading, 0)).toEqual(['ruth 1 note 1', 'ben 2 note 1']);
    expect(sent(all, leading, NOTE_AGAIN - 1)).toEqual([]);
    answer(RUTH, 1);
    expect(noteOutcome(post, all, NOTE_AGAIN)).toBeNull();
    expect(sent(all, leading, NOTE_AGAIN)).toEqual(['ben 3 note 1']);
    answer(BEN, 1);
    expect(noteOutcome(post, all, NOTE_AGAIN)).toEqual({ number: 1, got: ['ruth', 'ben'], missed: [] });
    expect(sent(all, leading, NOTE_AGAIN * 2)).toEqual([]);
  });

  it('[LT2] a note that somebody does not answer is given up, and the same words again are the same note', () => {
    const leading = lead(['ruth']);
    post = write(post, NOTE, leading, 0);
    sent(all, leading, 0);
    expect(noteOutcome(post, all, NOTE_WAITS)).toEqual({ number: 1, got: [], missed: ['ruth'] });
    expect(sent(all, leading, NOTE_WAITS)).toEqual([]);
    post = write(post, NOTE, leading, NOTE_WAITS);
    expect(sent(all, leading, NOTE_WAITS)).toEqual(['ruth 2 note 1']);
    answer(RUTH, 1);
    post = write(post, NOTE, leading, NOTE_WAITS + 10);
    expect(sent(all, leading, NOTE_WAITS + 10)).toEqual(['ruth 3 note 2']);
  });

  it('[LT2] a note goes to nobody who did not lead when it was written, or leads no more, and none from who leads no more', () => {
    post = write(post, NOTE, lead(['ruth']), 0);
    expect(sent(all, lead(['ben']), 0)).toEqual([]);
    expect(sent(all, lead(['ruth'], false), 0)).toEqual([]);
    expect(sent(all, lead(['ruth', 'ben']), 0)).toEqual(['ruth 1 note 1']);
    post = write(post, NOTE, lead([]), 0);
    expect(noteOutcome(post, all, 0)).toMatchObject({ got: [], missed: [] });
  });

  const UNSURE: readonly [string, Partial<Peer>][] = [
    ['has left the list', { inRoster: false }],
    ['gave another key', { foul: true }],
    ['sees another list', { beat: { at: 0, roster: '22'.repeat(32) } }],
    ['has said nothing for long', { beat: { at: -60_000, roster: HASH } }],
    ['has not opened my key', { told: 0 }],
  ];
  it.each(UNSURE)('[LT2] nothing is sealed to who %s, though our server says that they lead', (_, patch) => {
    const state = stateWith(peer(RUTH, 'ruth', patch));
    post = write(write(post, NOTE, lead(['ruth']), 0), CONTACT, lead(['ruth']), 0);
    expect(sent(state, lead(['ruth']), 0)).toEqual([]);
    expect(sent(all, lead(['ruth']), 0)).toEqual(['ruth 1 note 1', 'ruth 2 contact 2']);
  });

  it('[LT2] a note goes to whom another page accuses, and to that page: it is word against word', () => {
    const state = stateWith(peer(RUTH, 'ruth'), peer(CLEO, 'cleo', { accuses: [RUTH] }));
    post = write(post, NOTE, lead(['ruth', 'cleo']), 0);
    expect(sent(state, lead(['ruth', 'cleo']), 0)).toEqual(['ruth 1 note 1', 'cleo 2 note 1']);
    expect(mayOpen(NO_POST, state, 'ruth', letter(RUTH, 1), 0)).not.toBeNull();
  });

  it('[LT3] how somebody is reached goes to all who lead, whoever leads later, and each new page of theirs', () => {
    post = write(post, CONTACT, lead(['ruth'], false), 0);
    expect(sent(all, lead(['ruth'], false), 0)).toEqual(['ruth 1 contact 1']);
    answer(RUTH, 1);
    expect(sent(all, lead(['ruth'], false), CONTACT_AGAIN)).toEqual([]);
    expect(sent(all, lead(['ruth', 'ben'], false), CONTACT_AGAIN)).toEqual(['ben 2 contact 1']);
    const reloaded = stateWith(peer('ee'.repeat(16), 'ruth'), peer(RUTH, 'ruth', { inRoster: false }));
    expect(sent(reloaded, lead(['ruth'], false), CONTACT_AGAIN)).toEqual(['ruth 3 contact 1']);
  });

  it('[LT3] who leads no more gets nothing further, and has it anew once they lead again', () => {
    post = write(post, CONTACT, lead(['ruth'], false), 0);
    sent(all, lead(['ruth'], false), 0);
    answer(RUTH, 1);
    expect(sent(all, lead([], false), 1)).toEqual([]);
    post = write(post, { ...CONTACT, text: 'another' }, lead([], false), 2);
    expect(sent(all, lead([], false), 2)).toEqual([]);
    expect(sent(all, lead(['ruth'], false), CONTACT_AGAIN)).toEqual(['ruth 2 contact 2']);
  });
});

describe('letters that come', () => {
  const opens = (state: State, line: string, one: Letter, post = NO_POST) =>
    mayOpen(post, state, line, one, 0);

  it('[LT1] only for this page, from the line and page of somebody in the list, is opened', () => {
    expect(opens(all, 'ruth', letter(RUTH, 1))).not.toBeNull();
    expect(opens(all, 'ruth', letter(RUTH, 1, { to: BEN }))).toBeNull();
    expect(opens(all, 'ben', letter(RUTH, 1))).toBeNull();
    expect(opens(all, 'ruth', letter('99'.repeat(16), 1))).toBeNull();
    for (const patch of [{ inRoster: false }, { foul: true }])
      expect(opens(stateWith(peer(RUTH, 'ruth', patch)), 'ruth', letter(RUTH, 1))).toBeNull();
  });

  it('[LT1] nothing is opened twice, or after what was written later', () => {
    const post = opens(all, 'ruth', letter(RUTH, 5)) ?? expect.fail();
    expect(opens(all, 'ruth', letter(RUTH, 5), post)).toBeNull();
    expect(opens(all, 'ruth', letter(RUTH, 4), post)).toBeNull();
    expect(opens(all, 'ruth', letter(RUTH, 6), post)).not.toBeNull();
    expect(opens(all, 'ben', letter(BEN, 1), post)).not.toBeNull();
  });

  it('[LT1] no more of one page are opened than a hand can write', () => {
    let post: Post = NO_POST;
    for (let count = 1; count <= MOST_LETTERS; count += 1)
      post = mayOpen(post, all, 'ruth', letter(RUTH, count), count) ?? expect.fail(String(count));
    const more = letter(RUTH, MOST_LETTERS + 1);
    expect(mayOpen(post, all, 'ruth', more, MOST_LETTERS)).toBeNull();
    expect(mayOpen(post, all, 'ben', letter(BEN, 1), MOST_LETTERS)).not.toBeNull();
    expect(mayOpen(post, all, 'ruth', more, LETTERS_WITHIN + 1)).not.toBeNull();
  });

  const from = peer(RUTH, 'ruth');
  const note = { ...NOTE, number: 1 };
  const contact = { ...CONTACT, number: 1 };

  it('[LT2] a note is shown and answered only at who leads, from who leads', () => {
    const taken = take(NO_POST, from, note, lead(['ruth']));
    expect(taken.news).toEqual(note);
    expect(taken.answer).toEqual({ count: 1, content: { kind: 'taken', number: 1 } });
    for (const leading of [lead(['ruth'], false), lead(['ben']), lead([])])
      expect(take(NO_POST, from, note, leading)).toMatchObject({ news: null, answer: null });
  });

  it('[LT3] how somebody is reached is shown at who leads, whoever wrote it, and at nobody else', () => {
    expect(take(NO_POST, from, contact, lead([])).news).toEqual(contact);
    expect(take(NO_POST, from, contact, lead(['ruth'], false))).toMatchObject({ news: null, answer: null });
  });

  it('[LT3] the newest contact is shown again, as who leads again has forgotten it, and an older one never', () => {
    const leading = lead(['ruth']);
    const newest = { ...contact, number: 2 };
    const first = take(NO_POST, from, newest, leading).post;
    const again = take(first, from, newest, leading);
    expect(again).toMatchObject({ news: newest, answer: { count: 2 } });
    expect(take(again.post, from, contact, leading)).toMatchObject({ news: null, answer: { count: 3 } });
  });

  it('[LT2] what is written again is answered again and shown once, a note beside a later contact, too', () => {
    const leading = lead(['ruth']);
    const first = take(NO_POST, from, { ...contact, number: 2 }, leading).post;
    const second = take(first, from, note, leading);
    expect(second.news).toEqual(note);
    expect(take(second.post, from, note, leading)).toMatchObject({ news: null, answer: { count: 3 } });
  });
});
