// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discussion, NOW } from '../../../showcase/leader-view.ts';
import { AtTheDoor } from './AtTheDoor.tsx';

const [waits] = discussion.leader!.waiting;

describe('who waits', () => {
  let root: Root;
  let box: HTMLElement;
  const show = (lacks: number, more: Partial<RoomView> = {}, forSeat: SeatId | null = null) => {
    const leader = { ...discussion.leader!, waiting: [{ ...waits!, lacks, forSeat }] };
    const run = () => Promise.resolve(true);
    const lead = { view: { ...discussion, ...more, leader }, leader, now: NOW, run };
    return act(async () => root.render(<AtTheDoor {...lead} runAll={() => Promise.resolve()} />));
  };

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    box.remove();
  });

  it('[DR14] is said to find no place where none is free', async () => {
    await show(1);
    expect(box.textContent).toContain('no place is free');
    await show(0);
    expect(box.textContent).not.toContain('no place is free');
  });

  it('[SI2] is said to take all at a camera to another browser, where they asked by its link', async () => {
    const [first, second] = discussion.places.filter(({ presence }) => presence === 'here');
    const beside = { line: first!.line, site: 'York' };
    const places = [
      { ...first!, ...beside, name: 'Claire Dubois' },
      { ...second!, ...beside, name: 'Kofi Mensah' },
    ];
    await show(0, { places }, first!.seat);
    expect(box.textContent).toContain('asks for the places of Claire and Kofi from another browser');
    const left = places.map((place) => ({ ...place, presence: 'left' as const }));
    await show(0, { places: left }, first!.seat);
    expect(box.textContent).toContain('asks for the places of Claire and Kofi from another browser');
    await show(0, { places: [places[0]!, left[1]!] }, first!.seat);
    expect(box.textContent).toContain('asks for the place of Claire Dubois from another browser');
    await show(0, { places: places.slice(0, 1) }, first!.seat);
    expect(box.textContent).toContain('asks for the place of Claire Dubois from another browser');
  });
});
