// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discussion, NOW } from '../../../showcase/leader-view.ts';
import { AtTheDoor } from './AtTheDoor.tsx';

const [waits] = discussion.leader!.waiting;

describe('who waits', () => {
  let root: Root;
  let box: HTMLElement;
  const show = (lacks: number) => {
    const leader = { ...discussion.leader!, waiting: [{ ...waits!, lacks }] };
    const run = () => Promise.resolve(true);
    const lead = { view: { ...discussion, leader }, leader, now: NOW, run };
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
});
