// A room whose sound and pictures are sealed, as its page knows it.

import type { RoomView } from '@tele-balint/shared/view/view';
import { useCompared } from '../src/features/sealing/compared.ts';
import type { Hearer, SealingSnapshot } from '../src/media/e2ee/sealing-model.ts';
import { sealing } from '../src/media/e2ee/sealing-store.ts';
import { addNote, leadingLines, letters, setContact } from '../src/state/letters.ts';

const hearersOf = (view: RoomView): readonly Hearer[] =>
  view.places
    .filter(({ line }) => line !== view.you.line)
    .map(({ line, name, seat }) => ({ mid: seat, line, names: [name], since: view.now - 60_000 }));

/** What each scene changes of a room in which all is well. */
const SCENES: Readonly<Record<string, Partial<SealingSnapshot>>> = {
  sealed: {},
  coming: { words: 'coming', confirmed: { of: 8, are: 7 } },
  alarm: { alarm: ['roster', 'key'] },
  said: { alarm: ['said'], sayers: [['Ben Okafor']] },
  line: { alarm: ['line'] },
  refused: { own: 'refused', refusal: 'browser' },
};

/** Notes between leaders, of which one just came, and how somebody is reached. */
const withLetters = (view: RoomView): void => {
  const leaders = [...leadingLines(view)];
  const [other] = view.places.filter(({ line }) => leaders.includes(line));
  addNote([other?.name ?? 'Tomás Vidal'], 'shall we move on?', view.now - 400_000);
  letters.setState(({ notes }) => ({ notes: notes.map((note) => ({ ...note, fresh: false })) }));
  addNote(null, 'two minutes more, then yes', view.now - 300_000);
  addNote(
    [other?.name ?? 'Tomás Vidal'],
    'Watch the presenter: her hands. I would bring her back a little earlier.',
    view.now,
  );
  letters.setState({ leaders });
  for (const { line } of view.places) setContact(line, '+44 20 7946 0123');
};

/** Makes a room a sealed one; `changed` is one whose words were compared before somebody came. */
export const sealedAs = (view: RoomView, scene: string): RoomView => {
  const hearers = hearersOf(view);
  const identities = view.places.flatMap(({ media }) => (media.identity === null ? [] : [media.identity]));
  sealing.setState({
    ...{ own: 'armed', refusal: null, alarm: null, sayers: [], words: [3, 511, 128, 1020] },
    lines: Object.fromEntries(identities.map((one, n) => [one, n === 4 ? 'waiting' : 'sealed'])),
    confirmed: { of: hearers.length, are: hearers.length },
    hearers,
    ...SCENES[scene],
  });
  if (scene === 'compared') useCompared.setState({ compared: { at: view.now, hearers } });
  if (scene === 'changed')
    useCompared.setState({ compared: { at: view.now - 90_000, hearers: hearers.slice(1) } });
  if (scene === 'notes') withLetters(view);
  return { ...view, sealed: true };
};
