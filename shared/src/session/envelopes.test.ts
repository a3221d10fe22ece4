import { describe, expect, it } from 'vitest';
import { protocolOf } from '../protocol/presets.ts';
import { fullCircle } from '../testing/play.ts';
import type { LineId } from '../vocabulary.ts';
import { besides } from './envelopes.ts';
import { waitingLines } from './roster.ts';
import { END_NOTICE } from './timer.ts';

const evening = () => fullCircle(protocolOf('case45', true));

describe('who can be sent an envelope', () => {
  it('[SK6] whoever has a place, in the order in which they were named, and not oneself', () => {
    const { play, ruth, mei, lars } = evening();
    const nobody = ['nobody-there', 'constructor'] as LineId[];
    expect(besides(play.session, mei, [lars, ...nobody, mei, ruth])).toEqual([lars, ruth]);
    expect(besides(play.session, nobody[0]!, [lars, ruth])).toEqual([]);
    expect(besides(play.session, mei, [])).toEqual([]);
  });

  it('[SK6] nobody at the door, and nobody who has left, nor they', () => {
    const { play, ruth, mei, lars } = evening();
    play.ask('open', 'Waits');
    const [waiting] = waitingLines(play.session);
    if (waiting === undefined) throw new Error('nobody waits');
    play.says(lars, { type: 'leave' });
    expect(besides(play.session, mei, [waiting.line, lars, ruth])).toEqual([ruth]);
    for (const from of [waiting.line, lars]) expect(besides(play.session, from, [mei, ruth])).toEqual([]);
  });

  it('[SK6, PH3] of one space only, as long as it is open', () => {
    const { play, ruth, tomas, mei, lars } = evening();
    const all = [ruth, tomas, mei, lars];
    play.lead({ type: 'endSession', stay: true });
    expect(besides(play.session, mei, all)).toEqual([ruth, tomas, lars]);
    play.wait(END_NOTICE);
    play.tick();
    expect(besides(play.session, mei, all)).toEqual([lars]);
    expect(besides(play.session, ruth, all)).toEqual([tomas]);
    const closed = { ...play.session, leaving: { ...play.session.leaving!, closed: ['circle'] as const } };
    expect(besides(closed, mei, all)).toEqual([]);
    expect(besides(closed, ruth, all)).toEqual([tomas]);
  });

  it('[SK6] nobody any more once all is over', () => {
    const { play, ruth, mei } = evening();
    play.lead({ type: 'endSession' });
    play.wait(END_NOTICE);
    play.tick();
    expect(besides(play.session, mei, [ruth])).toEqual([]);
  });
});
