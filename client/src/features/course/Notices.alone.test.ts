import type { RoomView } from '@tele-balint/shared/view/view';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { type MediaSnapshot, NO_MEDIA } from '../../media/snapshot.ts';
import { Notices } from './Notices.tsx';
import { youAs } from '../../testing/you.ts';

vi.mock('../../media/media.ts', () => ({ startAudio: () => undefined }));
vi.mock('../../media/use-media.ts', () => ({
  useMedia: <T>(select: (is: MediaSnapshot) => T) => select({ ...NO_MEDIA, canPlay: false }),
}));

const view = { session: { endsAt: null }, notices: [], places: [], you: youAs() } as unknown as RoomView;
const shown = (refusal: 'unavailable' | null, is = view) =>
  renderToStaticMarkup(
    createElement(Notices, {
      view: is,
      refusal,
      run: () => Promise.resolve(false),
      onTry: () => undefined,
    }),
  );

describe('notices', () => {
  it('[SK13] show everybody the last "no"', () => {
    expect(shown('unavailable')).toContain('it did not work, and nothing was changed');
    expect(shown(null)).not.toContain('did not work');
  });

  it('[CO6] tell everybody of somebody without a place', () => {
    const told = { ...view, notices: [{ type: 'stranger', seat: null, at: 1 as Instant }] } as RoomView;
    expect(shown(null, told)).toContain('Someone without a place was connected and was put out.');
  });

  it('[CO1] speak through the standing regions only', () => {
    expect(shown('unavailable')).toContain('Sound is waiting for you');
    expect(shown('unavailable')).not.toContain('role=');
  });
});
