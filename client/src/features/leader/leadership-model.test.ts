import type { PlaceView } from '@tele-balint/shared/view/place';
import type { LineId, SeatId } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { place } from '../../testing/place.ts';
import { youAs } from '../../testing/you.ts';
import { agreedBackup, isLarge, lineVoiceOf, mayBeHanded, mayStandIn } from './leader-model.ts';
import { leader, view } from './testing.ts';

describe('who leads, and single lines, as leaders see them', () => {
  it('[FL10, FL11] offers what can be done to a line: closing where it may speak, a word where it is closed', () => {
    const can = ['closeLine', 'freeLine', 'askToOpen'];
    const is = { ...view, you: youAs({ seat: 'Ruth', role: 'leader', leads: true, can }) };
    const speaks = place('Mei', { media: { identity: null, microphone: true, camera: true } });
    const all = (one: typeof speaks, open: boolean | null, closed: readonly SeatId[] = []) => {
      const { close, free, ask } = lineVoiceOf(is, { ...leader, closed }, one, open);
      return [close, free, ask];
    };
    expect(all(speaks, true)).toEqual([true, false, false]);
    expect(all(speaks, false)).toEqual([true, false, true]);
    expect(all(speaks, null)).toEqual([true, false, false]);
    expect(all(place('Mei'), false, ['Mei' as SeatId])).toEqual([false, true, false]);
    expect(all({ ...speaks, role: 'coLeader', leads: true }, false)).toEqual([false, false, true]);
    expect(all({ ...speaks, seat: 'Ruth' as SeatId }, false)).toEqual([false, false, false]);
  });

  it('[LE85] knows who can be asked to lead, and the backup who has agreed and is here', () => {
    expect(mayBeHanded(view).map(({ name }) => name)).toEqual(['Mei']);
    const york = (name: string, presence: PlaceView['presence'] = 'here') =>
      place(name, { line: 'york' as LineId, site: 'York', presence });
    const named = (...places: readonly PlaceView[]) =>
      mayStandIn({ ...view, places }).map(({ name }) => name);
    expect(named(place('Claire', { presenter: true }), york('Ola'), york('Ben', 'left'))).toEqual(['Claire']);
    expect(named(york('Ola'), york('Ben', 'removed'), place('Eve', { sits: 'row' }))).toEqual(['Ola']);
    const backedUp = (agreed: boolean, presence: 'here' | 'away' = 'here') => ({
      ...view,
      places: [place('Mei', { presence })],
      leader: { ...leader, backup: { seat: 'Mei' as SeatId, agreed } },
    });
    expect([
      agreedBackup(backedUp(true)),
      agreedBackup(backedUp(false)),
      agreedBackup(backedUp(true, 'away')),
    ]).toEqual(['Mei', null, null]);
  });

  it('a circle of more than ten, the outer ring left out, is told to be a large one', () => {
    const of = (n: number) => ({
      ...view,
      places: [
        ...Array.from({ length: n }, (_, i) => place(`Somebody ${i}`)),
        place('Lars', { role: 'supervisor', sits: 'row' }),
      ],
    });
    expect([isLarge(of(10)), isLarge(of(11))]).toEqual([false, true]);
  });
});
