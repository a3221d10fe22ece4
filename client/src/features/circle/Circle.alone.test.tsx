// @vitest-environment happy-dom
import type { RoomView } from '@tele-balint/shared/view/view';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { media, tellMedia } from '../../media/media-store.ts';
import { NO_MEDIA } from '../../media/snapshot.ts';
import { courseIn } from '../../testing/course.ts';
import { youAs } from '../../testing/you.ts';
import { Circle } from './Circle.tsx';
import { lineWith, seated } from './testing.ts';
import { useRing } from './use-ring.ts';

/** How often each tile with a picture was drawn. */
const drawn = vi.hoisted(() => new Map<string, number>());
vi.mock('../../media/Picture.tsx', () => ({
  Picture: ({ track }: { readonly track: string }) => {
    drawn.set(track, (drawn.get(track) ?? 0) + 1);
    return null;
  },
}));

const NAMES = ['me', 'ann', 'ben', 'cleo'];
const view = {
  session: { begun: true },
  you: youAs({ seat: 'me' }),
  places: NAMES.map((seat) => seated(seat)),
  course: courseIn('discussion'),
  presenter: null,
} as unknown as RoomView;
const lines = Object.fromEntries(NAMES.slice(1).map((name) => [`of-${name}`, lineWith(name)]));

function Shown() {
  return <Circle view={view} ring={useRing(view)} />;
}

describe('the circle', () => {
  let root: Root;
  beforeEach(async () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    media.setState({ ...NO_MEDIA, link: 'up', lines, own: { ...NO_MEDIA.own, micLive: true, video: 'me' } });
    root = createRoot(document.body.appendChild(document.createElement('div')));
    await act(async () => root.render(<Shown />));
    drawn.clear();
  });
  afterEach(async () => {
    await act(async () => root.unmount());
  });

  it('shows everybody', () => {
    expect(
      [...document.querySelectorAll('[data-seat]')].map((seat) => seat.getAttribute('data-seat')),
    ).toEqual(NAMES);
  });

  it('draws one tile when a voice begins, and none for the level of a microphone', async () => {
    await act(async () =>
      tellMedia({ lines: { ...lines, 'of-ben': { ...lineWith('ben'), speaking: true } } }),
    );
    expect([...drawn]).toEqual([['ben', 1]]);
    drawn.clear();
    for (const level of [20, 60, 90]) await act(async () => tellMedia({ voice: { speaking: false, level } }));
    expect([...drawn]).toEqual([]);
    await act(async () => tellMedia({ voice: { speaking: true, level: 90 } }));
    expect([...drawn]).toEqual([['me', 1]]);
  });
});
