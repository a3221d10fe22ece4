// Notes between leaders, and how people are reached whose line breaks: in this page's memory and nowhere else.

import type { RoomView, View } from '@tele-balint/shared/view/view';
import type { LineId } from '@tele-balint/shared/vocabulary';
import { createStore } from 'zustand/vanilla';

/** A note that came, or an own one that has arrived. */
export type Note = {
  readonly id: number;
  /** Who wrote it, as their own page signs it; `null` = this page. */
  readonly from: readonly string[] | null;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Came, and was not put away yet. */
  readonly fresh: boolean;
};

/** Lines that have a note, and lines that led when it was written and do not have it. */
export type Sent = { readonly got: readonly string[]; readonly missed: readonly string[] };

/** The note in the field, and what became of it: `nobody` = it has reached nobody. */
export type Draft = { readonly text: string; readonly state: 'writing' | 'sending' | 'nobody' };
const NO_DRAFT: Draft = { text: '', state: 'writing' };

type Letters = {
  /** How this line is reached: `null` as long as nobody has written it on this page. */
  readonly ownContact: string | null;
  /** How others are reached, by line; only at a leader's. */
  readonly contacts: Readonly<Record<string, string>>;
  readonly notes: readonly Note[];
  readonly draft: Draft;
  /** Lines of others who lead and whom a note reaches now. */
  readonly leaders: readonly string[];
  /** Sends a note to them; `null` while nothing is sealed here. */
  readonly send: ((text: string) => Promise<Sent>) | null;
};

const NONE: Letters = { ownContact: null, contacts: {}, notes: [], draft: NO_DRAFT, leaders: [], send: null };
export const letters = createStore<Letters>(() => NONE);

/** Notes that one page keeps in mind. */
const MOST_NOTES = 20;
let last = 0;

/** Lines of others who are here and lead now. */
export const leadingLines = ({ places, you }: RoomView): ReadonlySet<LineId> =>
  new Set(
    places
      .filter(({ leads, presence, line }) => leads && presence === 'here' && line !== you.line)
      .map(({ line }) => line),
  );

/** Whether who sits here leads now. */
export const leadsHere = (view: RoomView): boolean => view.you.seats.some(({ leads }) => leads);

/** Lines where somebody still has a place. */
const held = ({ places }: RoomView): ReadonlySet<string> =>
  new Set(
    places.filter(({ presence }) => presence === 'here' || presence === 'away').map(({ line }) => line),
  );

/** What is forgotten at this view: all once it is over, what is for leaders where nobody leads here, and how somebody is reached who has left. */
export const keepLetters = (view: View | null): void => {
  if (view === null || view.kind === 'door') return;
  if (view.kind === 'over' || view.session.leaving !== null)
    return letters.setState({ ownContact: null, contacts: {}, notes: [], draft: NO_DRAFT });
  const { contacts, notes, draft } = letters.getState();
  const lines = leadsHere(view) ? held(view) : new Set<string>();
  const kept = Object.entries(contacts).filter(([line]) => lines.has(line));
  if (kept.length < Object.keys(contacts).length) letters.setState({ contacts: Object.fromEntries(kept) });
  if (!leadsHere(view) && (notes.length > 0 || draft !== NO_DRAFT))
    letters.setState({ notes: [], draft: NO_DRAFT });
};

export const addNote = (from: Note['from'], text: string, at: number): void => {
  last += 1;
  const note: Note = { id: last, from, text, at, fresh: from !== null };
  letters.setState(({ notes }) => ({ notes: [...notes, note].slice(-MOST_NOTES) }));
};

/** All that came were read. */
export const putAway = (): void =>
  letters.setState(({ notes }) => ({ notes: notes.map((note) => ({ ...note, fresh: false })) }));

/** How this line is reached; empty = taken back, where something was given before. */
export const keepOwnContact = (typed: string): void =>
  letters.setState(({ ownContact }) => ({
    ownContact: typed.trim() === '' && ownContact === null ? null : typed.trim(),
  }));

/** Empty: they have taken it back. */
export const setContact = (line: string, text: string): void =>
  letters.setState(({ contacts }) => {
    const others = Object.entries(contacts).filter(([of]) => of !== line);
    return { contacts: Object.fromEntries(text === '' ? others : [...others, [line, text]]) };
  });

/**
 * Sends what stands in the field; it stays there if it reaches nobody. Pressed again meanwhile it does nothing.
 * @returns where it went; `null` where nothing was sent
 */
export const sendDraft = async (): Promise<Sent | null> => {
  const { draft, send } = letters.getState();
  if (draft.state === 'sending' || draft.text.trim() === '') return null;
  letters.setState({ draft: { ...draft, state: 'sending' } });
  const sent = (await send?.(draft.text)) ?? { got: [], missed: [] };
  // Forgotten meanwhile: nobody leads here any more.
  if (letters.getState().draft.state !== 'sending') return null;
  letters.setState({ draft: sent.got.length > 0 ? NO_DRAFT : { ...draft, state: 'nobody' } });
  return sent;
};
