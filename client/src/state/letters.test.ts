import type { RoomView, View } from '@tele-balint/shared/view/view';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { view } from '../features/leader/testing.ts';
import { place } from '../testing/place.ts';
import { youAs } from '../testing/you.ts';
import {
  addNote,
  keepLetters,
  leadingLines,
  letters,
  putAway,
  sendDraft,
  setContact,
  type Sent,
} from './letters.ts';

const at = (seat: string) => place(seat).line;
/** Ruth leads, at a line of her own. */
const presentation: RoomView = { ...view, you: { ...view.you, line: at('Ruth') } };
const asMember: RoomView = {
  ...presentation,
  you: youAs({ seat: 'Ruth', role: 'member', leads: false }),
} as RoomView;
const knows = () => {
  const { ownContact, contacts, notes, draft } = letters.getState();
  return { ownContact, contacts: Object.keys(contacts), notes: notes.length, draft: draft.text };
};
const ALL = { ownContact: '+44 20', contacts: [at('Mei'), at('Claire')], notes: 1, draft: 'hm' };

describe('letters in the memory of a page', () => {
  const initial = letters.getState();
  beforeEach(() => {
    letters.setState({ ownContact: '+44 20', draft: { text: 'hm', state: 'writing' } });
    setContact(at('Mei'), '1');
    setContact(at('Claire'), '2');
    addNote(['Tomás'], 'shall we move on?', 5);
  });
  afterEach(() => letters.setState(initial, true));

  it('[LT2, LT3] stay as long as somebody leads here, through a broken line and at the door', () => {
    keepLetters(presentation);
    keepLetters(null);
    keepLetters({ kind: 'door' } as View);
    const away = presentation.places.map((one) => ({ ...one, presence: 'away' as const }));
    keepLetters({ ...presentation, places: away });
    expect(knows()).toEqual(ALL);
  });

  it('[LT2, LT3] for leaders are gone where nobody leads here any more', () => {
    keepLetters(asMember);
    expect(knows()).toEqual({ ...ALL, contacts: [], notes: 0, draft: '' });
  });

  it('[LT3] how somebody is reached goes when they leave or are removed, or take it back', () => {
    const gone = presentation.places.map((one) =>
      one.seat === 'Mei' ? { ...one, presence: 'left' as const } : one,
    );
    keepLetters({ ...presentation, places: gone });
    expect(knows().contacts).toEqual([at('Claire')]);
    setContact(at('Claire'), '');
    expect(knows().contacts).toEqual([]);
  });

  it('[LT2, LT3] all are gone when the evening ends, also for who stays', () => {
    const nothing = { ownContact: null, contacts: [], notes: 0, draft: '' };
    keepLetters({
      ...presentation,
      session: { ...presentation.session, leaving: { endsAt: null, more: false } },
    });
    expect(knows()).toEqual(nothing);
    letters.setState({ ownContact: 'x' });
    keepLetters({ kind: 'over' } as View);
    expect(knows()).toEqual(nothing);
  });

  it('[LT2] who leads is whom the view says so, is here, and sits elsewhere', () => {
    const others = (view: RoomView) => [...leadingLines(view)];
    expect(others(presentation)).toEqual([at('Tomás')]);
    const away = presentation.places.map((one) => ({ ...one, presence: 'away' as const }));
    expect(others({ ...presentation, places: away })).toEqual([]);
    const standsIn = presentation.places.map((one) => (one.seat === 'Mei' ? { ...one, leads: true } : one));
    expect(others({ ...presentation, places: standsIn })).toEqual([at('Tomás'), at('Mei')]);
  });

  it('[LT2] a note stays in its field until somebody has it, and goes once however often it is pressed', async () => {
    let tell: (sent: Sent) => void = () => undefined;
    const sent: string[] = [];
    const send = (text: string) => {
      sent.push(text);
      return new Promise<Sent>((told) => (tell = told));
    };
    letters.setState({ send });
    const [first, second] = [sendDraft(), sendDraft()];
    tell({ got: [], missed: ['t'] });
    expect([await first, await second, sent]).toEqual([{ got: [], missed: ['t'] }, null, ['hm']]);
    expect(letters.getState().draft).toEqual({ text: 'hm', state: 'nobody' });
    const again = sendDraft();
    tell({ got: ['t'], missed: [] });
    await again;
    expect(letters.getState().draft.text).toBe('');
    expect(await sendDraft()).toBe(null);
  });

  it('[LT2] a note that was under way when the lead went does not come back into the field', async () => {
    let tell: (sent: Sent) => void = () => undefined;
    letters.setState({ send: () => new Promise<Sent>((told) => (tell = told)) });
    const under = sendDraft();
    keepLetters(asMember);
    tell({ got: [], missed: [] });
    await under;
    expect(letters.getState().draft.text).toBe('');
  });

  it('[LT2] a note that came is fresh until it is put away, an own one never', () => {
    addNote(null, 'yes', 6);
    const fresh = () => letters.getState().notes.map((one) => one.fresh);
    expect(fresh()).toEqual([true, false]);
    putAway();
    expect(fresh()).toEqual([false, false]);
  });
});
