import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { LineId, SeatId } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { courseIn } from '../../testing/course.ts';
import { place } from '../../testing/place.ts';
import { youAs } from '../../testing/you.ts';
import { saidBetween } from './spoken-model.ts';

const york = (...names: string[]): PlaceView[] =>
  names.map((name) =>
    place(name, {
      line: 'york' as LineId,
      site: 'York',
      media: { identity: 'y' as never, microphone: true, camera: true },
    }),
  );

const room = (places: readonly PlaceView[], change: object = {}, course: object = {}) =>
  ({
    session: { begun: true, endsAt: null, until: null },
    door: 'closed',
    leader: null,
    presenter: null,
    notices: [],
    places,
    course: courseIn('discussion', course),
    you: youAs({ seat: 'me' }),
    ...change,
  }) as unknown as RoomView;

const said = (was: RoomView, is: RoomView) => saidBetween(was, is).map(({ text }) => text);

describe('what is said of several people at one camera', () => {
  const all = york('Claire', 'Kofi', 'Elena');

  it('[SI24] tells who comes, breaks off and comes back together in one sentence', () => {
    const away = all.map((one) => ({ ...one, presence: 'away' }) as PlaceView);
    expect(said(room([]), room(all))).toEqual(['York came in: Claire, Kofi, and Elena.']);
    expect(said(room(all), room(away))).toEqual(['York is reconnecting.']);
    expect(said(room(away), room(all))).toEqual(['York is back.']);
  });

  it('[SI24] tells who joins, who goes, and who is there with a device of their own', () => {
    expect(said(room(all.slice(0, 2)), room(all))).toEqual(['Elena joined at York.']);
    const left = [{ ...all[0]!, presence: 'left' as const }, ...all.slice(1)];
    expect(said(room(all), room(left))).toEqual(['Claire has left.']);
    const own = [{ ...all[0]!, site: '', line: 'own' as LineId }, ...all.slice(1)];
    expect(said(room(all), room(own))).toEqual(['Claire is here with a device of their own now.']);
  });

  it('[SI24] tells that the presenter sits apart, and to the site that it listens or may speak', () => {
    const back = [{ ...all[0]!, presenter: true, sits: 'back' as const }, ...all.slice(1)];
    const presents = { presenter: 'Claire' as SeatId };
    expect(said(room(back, presents), room(back, presents, { apart: true }))).toEqual([
      'Claire sits apart. York may speak.',
    ]);
    expect(said(room(back, presents, { apart: true }), room(back, presents))).toEqual([
      'York listens while Claire sits back.',
    ]);
    const seats = all.map(({ seat }) => youAs({ seat, comeIn: seat === 'Claire' ? 'none' : null }).seats[0]);
    const you = { ...youAs({ confirmed: true }), line: 'york', seats };
    const mine = { ...presents, you };
    const questions = room(back, { ...presents, you }, { kind: 'questions', turn: 0 });
    expect(said(questions, room(back, mine, { turn: 2 }))[0]).toBe(
      'Claire sits back. York hears everyone. Nobody can hear any of you until Claire is back.',
    );
  });
});
