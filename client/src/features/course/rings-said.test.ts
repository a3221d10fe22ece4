import type { RoomView } from '@tele-balint/shared/view/view';
import { expect, it } from 'vitest';
import { youAs } from '../../testing/you.ts';
import { ringsSaid } from './rings-said.ts';

const view = (sits: 'row' | 'circle', seat = 'm') =>
  ({ places: [{ seat: 'm', name: 'Mei Lin', sits }], you: youAs({ seat }) }) as unknown as RoomView;

it('[OR3] going out and coming in is said once, to whom it happens as their own', () => {
  const [inside, out] = [view('circle', 'x'), view('row', 'x')];
  const said = (was: RoomView, is: RoomView) => ringsSaid(was, is).map(({ text }) => text);
  expect(said(inside, out)).toEqual(['Mei Lin sits in the outer ring.']);
  expect(said(out, inside)).toEqual(['Mei Lin sits in the inner ring.']);
  expect(said(out, out)).toEqual([]);
  expect(said(view('circle'), view('row'))[0]).toContain('You sit in the outer ring now.');
});
