// Letters of one page, made true: what is due is sealed and sent, what comes is opened, believed or not, and answered.

import { type Content, letterBytes, readLetter, type Written } from '@tele-balint/shared/e2ee/letter';
import type { Message } from '@tele-balint/shared/e2ee/messages';
import {
  due,
  type Leading,
  leadersIn,
  mayOpen,
  NO_POST,
  noteOutcome,
  type Post,
  take,
  write,
} from '@tele-balint/shared/e2ee/post';
import type { Receiver, State } from '@tele-balint/shared/e2ee/state';
import { receiver } from '@tele-balint/shared/e2ee/turn';
import type { Delivered } from './incoming.ts';
import type { OwnKeys } from './own-keys.ts';

export type MailPorts = {
  /** Who leads now, as the view says. */
  readonly leading: () => Leading;
  /** What somebody wrote, to be shown: a note, or how they are reached, empty where they took that back. */
  readonly onNews: (
    from: { readonly line: string; readonly names: readonly string[] },
    news: Written,
  ) => void;
  /** A note has arrived wherever it could, or is given up: lines that have it, and lines that have not. Once for each writing. */
  readonly onNote: (got: readonly string[], missed: readonly string[]) => void;
  /** Lines that a note reaches now. */
  readonly onLeaders: (lines: readonly string[]) => void;
};

export const makeMail = (
  { leading, onNews, onNote, onLeaders }: MailPorts,
  keys: OwnKeys,
  send: (message: Message, to: readonly string[]) => Promise<void>,
  now: () => number,
) => {
  let post: Post = NO_POST;
  /** A note is on its way whose end was not told. */
  let waits = false;

  const sendTo = async (to: Receiver, count: number, content: Content): Promise<void> => {
    const bytes = letterBytes(content);
    const letter = bytes && (await keys.letterTo(to, count, bytes));
    if (letter) await send(letter, [to.line]);
  };

  return {
    write: (kind: Written['kind'], text: string): void => {
      post = write(post, { kind, text }, leading(), now());
      waits ||= kind === 'note';
    },
    hear: async (state: State, { line, letter }: Delivered): Promise<void> => {
      const opened = mayOpen(post, state, line, letter, now());
      const peer = state.known[letter.mid];
      if (opened === null || peer === undefined) return;
      post = opened;
      const bytes = await keys.openedLetter(letter);
      const content = bytes && readLetter(bytes);
      if (content === null) return;
      const { post: next, news, answer } = take(post, peer, content, leading());
      post = next;
      if (news) onNews(peer, news);
      if (answer) await sendTo(receiver(peer), answer.count, answer.content);
    },
    /** Sends what is due. */
    tend: async (state: State): Promise<void> => {
      const moment = now();
      const { post: next, letters } = due(post, state, leading(), moment);
      post = next;
      onLeaders(leadersIn(state, leading(), moment).map(({ line }) => line));
      for (const { to, count, content } of letters) await sendTo(to, count, content);
      const end = waits ? noteOutcome(post, state, moment) : null;
      if (end === null) return;
      waits = false;
      onNote(end.got, end.missed);
    },
  };
};
