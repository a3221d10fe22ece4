import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import { type MediaSnapshot, NO_MEDIA, type RemoteLine, SILENT_OWN } from '../../media/snapshot.ts';
import { circleLabel, inOrder, type Is, seatOf } from './circle-model.ts';
import { lineWith, seated } from './testing.ts';
import { courseIn } from '../../testing/course.ts';
import { youAs } from '../../testing/you.ts';

const room = (...places: PlaceView[]) =>
  ({ places, course: courseIn('discussion'), you: youAs({ seat: 'me' }) }) as unknown as RoomView;
const live = lineWith('v');
const media = (line: Partial<RemoteLine> = {}) => ({
  ...NO_MEDIA,
  link: 'up' as const,
  lines: { 'of-a': { ...live, ...line } },
  own: { ...SILENT_OWN, micLive: true, video: 'mine' },
});
const seatsOf = (view: RoomView, is: { media: MediaSnapshot; chosen: Is['chosen'] }) =>
  inOrder(view).map((one) => {
    const { link, own, voice, lines } = is.media;
    const remote = lines[one.media.identity ?? ''];
    return seatOf(one, view, { link, own, speaking: voice.speaking, remote, chosen: is.chosen });
  });
const chosen = { pictureHidden: false, cameraOn: true, microphoneOn: true };
const only = (one: PlaceView, line: Partial<RemoteLine> = {}, choice: Partial<typeof chosen> = {}) =>
  seatsOf(room(one), { media: media(line), chosen: { ...chosen, ...choice } })[0]!;

describe('the circle', () => {
  it('[CR30] keeps the order of places, the outer circle last', () => {
    const seats = seatsOf(room(seated('a', 'A'), seated('o', 'O', { sits: 'row' }), seated('b', 'B')), {
      media: media(),
      chosen,
    });
    expect(seats.map(({ seat }) => seat)).toEqual(['a', 'b', 'o']);
  });

  it('[DR21] says of somebody under a leader’s name that they are none, beside what they are', () => {
    const roles = [{}, { sits: 'row', role: 'observer' }, { presenter: true }].map((more) => {
      const seat = only(seated('a', 'Lea Lead (2)', { notLeader: true, ...more }));
      expect(seat).toMatchObject({ notLeader: 'not the leader' });
      expect(seat.spoken).toContain('not the leader');
      return seat.role;
    });
    expect(roles).toEqual([null, 'observer', 'presenter']);
    expect(only(seated('a', 'Lea', { notLeader: false })).spoken).not.toContain('leader');
  });

  it('says how many sit in it', () => {
    expect(circleLabel(room(seated('a', 'A'), seated('b', 'B', { sits: 'back' })))).toBe(
      'The circle, 1 person, and one sitting back',
    );
  });
});
