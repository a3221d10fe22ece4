// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UNSEALED } from '../../media/e2ee/sealing-model.ts';
import { sealing } from '../../media/e2ee/sealing-store.ts';
import { announcements } from '../../state/announce.ts';
import { addNote, letters, type Sent } from '../../state/letters.ts';
import { place } from '../../testing/place.ts';
import { FreshNotes } from './FreshNotes.tsx';
import { Notes } from './Notes.tsx';
import { view } from './testing.ts';

const tomas = place('Tomás').line;
const sealed = { ...view, sealed: true, you: { ...view.you, line: place('Ruth').line } };
const alone = { ...sealed, places: sealed.places.filter(({ seat }) => seat !== 'Tomás') };

describe('notes between leaders', () => {
  const initial = letters.getState();
  let root: Root;
  let box: HTMLElement;
  let answer: Sent;
  const sent: string[] = [];
  const show = (of = sealed) =>
    act(async () =>
      root.render(
        <>
          <FreshNotes />
          <Notes view={of} />
        </>,
      ),
    );
  const field = () => box.querySelector<HTMLInputElement>('input[name="note"]');
  const press = (name: string) =>
    act(async () => {
      const found = [...box.querySelectorAll('button')].find(({ textContent }) => textContent === name);
      (found ?? expect.fail(`no ${name}: ${box.textContent}`)).click();
    });
  const said = () => announcements.getState().polite.at(-1)?.text;

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
    sent.length = 0;
    answer = { got: [tomas], missed: [] };
    sealing.setState({
      ...UNSEALED,
      hearers: [{ mid: 't', line: tomas, names: ['Tomás Vidal'], since: 0 }],
    });
    letters.setState({ leaders: [tomas], send: async (text) => (sent.push(text), answer) });
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    box.remove();
    sealing.setState(UNSEALED, true);
    letters.setState(initial, true);
  });
  const type = (text: string) => act(async () => letters.setState({ draft: { text, state: 'writing' } }));

  it('[LT2, LT3] are not spoken of where nothing is sealed, and where nobody leads besides', async () => {
    await show(view);
    expect(box.textContent).toBe('');
    await show(alone);
    expect(box.textContent).toBe('');
  });

  it('[LT2] name who reads them, as their own page does, and can be written once it is confirmed', async () => {
    await show();
    expect(box.textContent).toContain('Note to Tomás Vidal');
    await act(async () => letters.setState({ leaders: [] }));
    expect(field()).toBe(null);
    expect(box.textContent).toContain('not confirmed yet');
  });

  it('[LT2] are sent with one press, and the field is free again', async () => {
    await show();
    await type('shall we move on?');
    await press('Send');
    expect([sent, field()?.value, said()]).toEqual([['shall we move on?'], '', 'The note has arrived.']);
  });

  it('[LT2] say that they have reached nobody, and stay in the field', async () => {
    answer = { got: [], missed: [tomas] };
    await show();
    await type('hm');
    await press('Send');
    expect(field()?.value).toBe('hm');
    expect(field()?.getAttribute('aria-invalid')).toBe('true');
    expect([
      box.textContent.includes('It has reached nobody'),
      said()?.startsWith('It has reached nobody'),
    ]).toEqual([true, true]);
  });

  it('[LT2] stay under the hand that writes when the other line breaks, and say so when they are sent', async () => {
    answer = { got: [], missed: [] };
    await show();
    await type('hm');
    await show(alone);
    expect(field()?.value).toBe('hm');
    await press('Send');
    expect(box.textContent).toContain('It has reached nobody');
  });

  it('[LT2] that come are said, take no focus, and go from the notices when they were seen', async () => {
    await show();
    field()?.focus();
    await act(async () => addNote(['Tomás Vidal'], 'watch the presenter', 0));
    expect(said()).toBe('Note from Tomás Vidal: watch the presenter');
    expect(document.activeElement).toBe(field());
    expect(box.querySelectorAll('[data-note]')).toHaveLength(2);
    await press('Seen');
    expect(box.querySelectorAll('[data-note]')).toHaveLength(1);
  });
});
