import { describe, expect, it } from 'vitest';
import { NO_MEDIA } from '../media-report.ts';
import { fullCircle } from '../testing/play.ts';
import { viewFor } from './view-for.ts';

describe('somebody without a place who was put out', () => {
  it('[CO6] is told to everybody in the same words, and their number to leaders alone', () => {
    const { play, ruth, tomas, claire, mei, lars } = fullCircle();
    const last = play.now;
    const media = { ...NO_MEDIA, strangers: { circle: { count: 3, last }, debrief: null } };
    for (const line of [ruth, tomas, claire, mei, lars]) {
      const view = viewFor(play.session, line, play.now, media);
      if (view?.kind !== 'room') return expect.fail('not in the room');
      expect(view.notices).toEqual([{ type: 'stranger', seat: null, at: last }]);
      expect(view.leader?.strangers ?? null).toBe([ruth, tomas].includes(line) ? 3 : null);
    }
  });

  it('[CO6] of whom there was none nothing is said', () => {
    const { play, mei } = fullCircle();
    expect(play.room(mei).notices).toEqual([]);
  });
});
