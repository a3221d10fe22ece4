import { describe, expect, it } from 'vitest';
import type { Notice } from '@tele-balint/shared/view/view';
import type { Instant, SeatId } from '@tele-balint/shared/vocabulary';
import { currentNotices } from './notice-model.ts';

const at = 1_000 as Instant;
const tookOver: Notice = { type: 'tookOver', seat: 'r' as SeatId, at };
const stranger: Notice = { type: 'stranger', seat: null, at };
const shown = (now: number, closed: readonly string[] = []) =>
  currentNotices([tookOver, stranger], now, closed).map(({ notice }) => notice.type);

describe('notices', () => {
  it('[CO1] stand for twenty seconds, or until they are closed', () => {
    expect(shown(20_999)).toContain('tookOver');
    expect(shown(21_000)).not.toContain('tookOver');
    expect(shown(2_000, ['tookOver 1000'])).toEqual(['stranger']);
  });

  it('[CO6] of somebody without a place stand until they are closed', () => {
    expect(shown(3_600_000)).toEqual(['stranger']);
    expect(shown(3_600_000, ['stranger 1000'])).toEqual([]);
  });
});
