// @vitest-environment happy-dom
import type { SeatId } from '@tele-balint/shared/vocabulary';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { letters, setContact } from '../../state/letters.ts';
import { place } from '../../testing/place.ts';
import { EmptyChair } from './EmptyChair.tsx';
import { Lines } from './Lines.tsx';
import { leader, view } from './testing.ts';

const initial = letters.getState();
let root: Root;
let box: HTMLElement;
const lead = { view, now: 60_000, run: () => Promise.resolve(true) };
const shown = () => [...box.querySelectorAll('[data-contact]')].map(({ textContent }) => textContent);

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  box = document.body.appendChild(document.createElement('div'));
  root = createRoot(box);
});
afterEach(async () => {
  await act(async () => root.unmount());
  box.remove();
  letters.setState(initial, true);
});

it('[LT3] how somebody is reached stands beside their name, and where their line is gone', async () => {
  const away = [{ seat: 'Mei' as SeatId, since: 0 }] as unknown as typeof leader.away;
  await act(async () => root.render(<Lines {...lead} leader={{ ...leader, away }} />));
  expect(shown()).toEqual([]);
  await act(async () => setContact(place('Mei').line, '+44 20'));
  expect(shown()).toEqual(['If the line breaks: +44 20', 'If the line breaks: +44 20']);
  await act(async () => setContact(place('Mei').line, ''));
  expect(shown()).toEqual([]);
});

it('[LT3] it stands with the empty chair of a presenter whose line is gone', async () => {
  const chair = {
    seat: 'Claire',
    how: 'away',
    since: 0,
    decideAt: 1_000,
    again: 60_000,
  } as unknown as typeof leader.chair;
  const of = { ...leader, chair };
  const index = view.course.steps.findIndex(({ row }) => row.presenterSeat === 'back');
  setContact(place('Claire').line, '+33 1');
  await act(async () =>
    root.render(
      <EmptyChair {...lead} view={{ ...view, leader: of, course: { ...view.course, index } }} leader={of} />,
    ),
  );
  expect(shown()).toEqual(['If the line breaks: +33 1']);
});
