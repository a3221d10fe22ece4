import type { RoomView } from '@tele-balint/shared/view/view';
import { expect, it } from 'vitest';
import { NO_MEDIA } from '../../media/snapshot.ts';
import { youAs } from '../../testing/you.ts';
import { centreOf } from './centre-model.ts';
import { isVoice, quietWords, wouldHear } from './quiet.ts';
import { lineWith, seated } from './testing.ts';
import { courseIn } from '../../testing/course.ts';

const me = seated('me', 'Me', { line: 'my-line' });
const view = (places = [me, seated('a'), seated('b')]) =>
  ({
    places,
    you: youAs({ seat: 'me' }),
    course: courseIn('discussion'),
    session: { begun: true },
    leader: null,
    presenter: null,
  }) as unknown as RoomView;
const up = { ...NO_MEDIA, link: 'up', lines: { 'of-a': lineWith('v'), 'of-b': lineWith('w') } } as const;

it('[QT2] a page trusts silence only where it would hear every other line', () => {
  expect(wouldHear(view(), up)).toBe(true);
  for (const broken of [
    { ...up, link: 'away' },
    { ...up, canPlay: false },
    { ...up, loud: false },
    { ...up, lines: { 'of-a': lineWith('v') } },
    { ...up, lines: { ...up.lines, 'of-b': { ...lineWith('w'), audio: null } } },
  ] as const)
    expect(wouldHear(view(), broken)).toBe(false);
  const closed = { ...lineWith('w'), micOpen: false, audio: null };
  expect(wouldHear(view(), { ...up, lines: { ...up.lines, 'of-b': closed } })).toBe(true);
});

it('[QT2] any voice ends it, the own one too', () => {
  expect(isVoice(up)).toBe(false);
  expect(isVoice({ ...up, voice: { speaking: true, level: 50 } })).toBe(true);
  expect(isVoice({ ...up, lines: { ...up.lines, 'of-a': { ...lineWith('v'), speaking: true } } })).toBe(true);
});

it('[QT2] is told in words, without a count of time, to nobody who is alone', () => {
  expect(quietWords(view())).toBe('All three are here. It is quiet.');
  expect(quietWords(view([me, seated('a')]))).toBe('Both of you are here. It is quiet.');
  expect(quietWords(view([me]))).toBeNull();
  const many = Array.from({ length: 26 }, (_, n) => seated(`s${n}`));
  expect(quietWords(view(many))).toBe('All twenty-six are here. It is quiet.');
});

it('[QT2] takes the small line of the step alone: no pause, hold or beginning gives way to it', () => {
  const words = 'All three are here. It is quiet.';
  const usual = view();
  expect(centreOf(usual, words)).toEqual({ ...centreOf(usual), quiet: words });
  const paused = { ...usual, course: { ...usual.course, paused: true } } as RoomView;
  const early = { ...usual, session: { begun: false } } as RoomView;
  for (const one of [paused, early]) expect(centreOf(one, words).quiet).toBeNull();
});
