// Letters of one page: to whom what is due, and which of those that come are opened and believed. Section 4 of docs/e2ee.md.

import type { Mid } from './bytes.ts';
import { isConfirmed } from './confirmed.ts';
import type { Content, Written } from './letter.ts';
import type { Letter } from './messages.ts';
import type { Moment, Peer, Receiver, State } from './state.ts';
import { CONTACT_AGAIN, LETTERS_WITHIN, MOST_LETTERS, NOTE_AGAIN, NOTE_WAITS } from './times.ts';
import { peersOf, receiver } from './turn.ts';

/** Something written, on its way: when it last went to whom, and who has it. */
type Out = Written & {
  /** Lines that led when it was written; null = whoever leads, also later. */
  readonly to: ReadonlySet<string> | null;
  /** Until when it is written again; null while it holds. */
  readonly until: Moment | null;
  readonly sent: { readonly [mid: Mid]: Moment };
  readonly taken: readonly Mid[];
};

/** What was opened of one page: its highest count, when, and the newest note and contact. */
type Read = {
  readonly count: number;
  readonly times: readonly Moment[];
  readonly note: number;
  readonly contact: number;
};

export type Post = {
  readonly count: number;
  readonly number: number;
  readonly note: Out | null;
  readonly contact: Out | null;
  readonly read: { readonly [mid: Mid]: Read };
};

export const NO_POST: Post = { count: 0, number: 0, note: null, contact: null, read: {} };

/** Who leads, as our server says: lines of others, and whether it is the own one, too. */
export type Leading = { readonly lines: ReadonlySet<string>; readonly me: boolean };

/** A note of mine to the others who lead, or how I am reached, to all who lead and whoever leads later. */
export const write = (
  post: Post,
  { kind, text }: Omit<Written, 'number'>,
  { lines }: Leading,
  now: Moment,
): Post => {
  const before = post[kind];
  // What nobody has is the same note again: its answer may have been lost.
  const same = kind === 'note' && before?.text === text && before.taken.length === 0;
  const number = same ? before.number : post.number + 1;
  const of = kind === 'note' ? { to: lines, until: now + NOTE_WAITS } : { to: null, until: null };
  const out: Out = { kind, number, text, ...of, sent: {}, taken: [] };
  return { ...post, number: Math.max(post.number, number), [kind]: out };
};

/** Whom a letter goes to: who leads, stands in the list here, and has lately confirmed that they see the same list. */
export const leadersIn = (state: State, { lines }: Leading, now: Moment): readonly Peer[] =>
  peersOf(state).filter((peer) => lines.has(peer.line) && isConfirmed(state, peer, now));

export type Due = { readonly to: Receiver; readonly count: number; readonly content: Content };

/** What is to be sealed and sent now. */
export const due = (
  post: Post,
  state: State,
  leading: Leading,
  now: Moment,
): { readonly post: Post; readonly letters: readonly Due[] } => {
  const leaders = leadersIn(state, leading, now);
  const letters: Due[] = [];
  let { count } = post;
  const sendOut = (out: Out | null, again: number): Out | null => {
    if (out === null || (out.until !== null && (now >= out.until || !leading.me))) return out;
    const { kind, number, text, to, taken } = out;
    // Who led before and leads again has it no more.
    const has = taken.filter((mid) => leading.lines.has(state.known[mid]?.line ?? ''));
    const wants = leaders.filter(
      ({ mid, line }) =>
        to?.has(line) !== false && !has.includes(mid) && now - (out.sent[mid] ?? -Infinity) >= again,
    );
    for (const peer of wants) {
      count += 1;
      letters.push({ to: receiver(peer), count, content: { kind, number, text } });
    }
    return {
      ...out,
      taken: has,
      sent: { ...out.sent, ...Object.fromEntries(wants.map(({ mid }) => [mid, now])) },
    };
  };
  const note = sendOut(post.note, NOTE_AGAIN);
  const contact = sendOut(post.contact, CONTACT_AGAIN);
  return { post: { ...post, note, contact, count }, letters };
};

const NOTHING_READ: Read = { count: 0, times: [], note: 0, contact: 0 };

/** Before it is opened: for me, from the line and page of somebody in the list, not counted before, and not too many. */
export const mayOpen = (
  post: Post,
  state: State,
  line: string,
  { mid, to, count }: Letter,
  now: Moment,
): Post | null => {
  const peer = state.known[mid];
  const read = post.read[mid] ?? NOTHING_READ;
  if (peer === undefined || !peer.inRoster || peer.foul || peer.line !== line) return null;
  if (to !== state.me.mid || count <= read.count) return null;
  const times = read.times.filter((at) => now - at < LETTERS_WITHIN);
  if (times.length >= MOST_LETTERS) return null;
  return { ...post, read: { ...post.read, [mid]: { ...read, count, times: [...times, now] } } };
};

export type Taken = {
  readonly post: Post;
  /** Whether it is shown. */
  readonly news: Written | null;
  /** What is sent back. */
  readonly answer: { readonly count: number; readonly content: Content } | null;
};

const answered = (post: Post, mid: Mid, number: number): Post => {
  const tick = (out: Out | null): Out | null =>
    out?.number === number && !out.taken.includes(mid) ? { ...out, taken: [...out.taken, mid] } : out;
  return { ...post, note: tick(post.note), contact: tick(post.contact) };
};

/** What was opened: notes are for who leads, from who leads; a contact is for who leads. Whatever else comes has no answer. */
export const take = (
  post: Post,
  { mid, line }: Pick<Peer, 'mid' | 'line'>,
  content: Content,
  leading: Leading,
): Taken => {
  const nothing = { news: null, answer: null };
  if (content.kind === 'taken') return { post: answered(post, mid, content.number), ...nothing };
  const { kind, number } = content;
  if (!leading.me || (kind === 'note' && !leading.lines.has(line))) return { post, ...nothing };
  const read = post.read[mid] ?? NOTHING_READ;
  const count = post.count + 1;
  // Who leads again has forgotten how people are reached: the same contact is news to them. A note is shown once.
  const isNews = kind === 'contact' ? number >= read.contact : number > read.note;
  return {
    post: {
      ...post,
      count,
      read: { ...post.read, [mid]: { ...read, [kind]: Math.max(read[kind], number) } },
    },
    news: isNews ? content : null,
    answer: { count, content: { kind: 'taken', number } },
  };
};

/** What became of the note: null while there is none or it may still arrive; else the lines that have it, and those that have not. */
export const noteOutcome = (
  { note }: Post,
  state: State,
  now: Moment,
): {
  readonly number: number;
  readonly got: readonly string[];
  readonly missed: readonly string[];
} | null => {
  if (note === null || note.to === null || note.until === null) return null;
  const got = note.taken.flatMap((mid) => state.known[mid]?.line ?? []);
  const missed = [...note.to].filter((line) => !got.includes(line));
  return missed.length === 0 || now >= note.until ? { number: note.number, got, missed } : null;
};
