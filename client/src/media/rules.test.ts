import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import { type Aim, aimOf, closesWish, moveFor, pauseBefore, playable } from './rules.ts';
import type { PhaseKind } from '@tele-balint/shared/protocol/steps';
import { courseIn } from '../testing/course.ts';
import { youAs } from '../testing/you.ts';

const aim = (change: Partial<Aim> = {}): Aim => ({ wish: true, may: true, device: null, ...change });
const view = (you: object, places: object[] = []) =>
  ({
    kind: 'room',
    presenter: null,
    course: courseIn('discussion'),
    you: youAs(you),
    places,
  }) as unknown as RoomView;
const track = (live: boolean, device: string | null = null) => ({ live, device });
const LIVE = track(true);
const chosen = { microphoneId: 'a', cameraId: null, microphoneOn: true, cameraOn: false };

describe('following', () => {
  it('[MC1] opens only with wish, right and the confirmation of the media server', () => {
    expect(moveFor(aim(), 'granted', 'none', false)).toBe('open');
    expect(moveFor(aim(), 'refused', 'none', false)).toBe('keep');
    expect(moveFor(aim({ may: false }), 'granted', 'none', false)).toBe('keep');
    expect(moveFor(aim({ wish: false }), 'granted', 'none', false)).toBe('keep');
    expect(moveFor(aim(), 'granted', 'none', true)).toBe('keep');
  });

  it('[MC1] ends the capture when either side takes the right, and only rests it by own choice', () => {
    expect(moveFor(aim({ may: false }), 'granted', LIVE, false)).toBe('drop');
    expect(moveFor(aim(), 'refused', track(false), false)).toBe('drop');
    expect(moveFor(aim({ wish: false }), 'granted', LIVE, false)).toBe('rest');
  });

  it('[MC1] keeps what is sent while the signal is resumed, opens nothing, and still ends what the view forbids', () => {
    expect(moveFor(aim(), 'resuming', LIVE, false)).toBe('keep');
    expect(moveFor(aim(), 'resuming', 'none', false)).toBe('keep');
    expect(moveFor(aim({ wish: false }), 'resuming', LIVE, false)).toBe('rest');
    expect(moveFor(aim({ may: false }), 'resuming', LIVE, false)).toBe('drop');
  });

  it('[VO11] takes a device that was chosen anew where the source is wished, allowed and up', () => {
    const other = aim({ device: 'b' });
    expect(moveFor(other, 'granted', track(true, 'a'), false)).toBe('swap');
    expect(moveFor(other, 'granted', track(false, 'a'), false)).toBe('swap');
    expect(moveFor(aim(), 'granted', track(true, 'a'), false)).toBe('swap');
    expect(moveFor(other, 'granted', track(true, 'b'), false)).toBe('keep');
    expect(moveFor(other, 'granted', track(false, 'b'), false)).toBe('open');
    expect(moveFor(other, 'resuming', track(true, 'a'), false)).toBe('keep');
    expect(moveFor(aim({ device: 'b', wish: false }), 'granted', track(true, 'a'), false)).toBe('rest');
    expect(moveFor(aim({ device: 'b', may: false }), 'granted', track(true, 'a'), false)).toBe('drop');
  });

  it('[MC3] closes the wish of a presenter sitting back and of nobody else', () => {
    expect(closesWish(null, view({ comeIn: 'none' }))).toBe(true);
    expect(closesWish(null, view({}))).toBe(false);
    expect(closesWish(null, null)).toBe(false);
  });

  it('[MC3] holds for a presenter who was away or loaded the page meanwhile, until they open it', () => {
    const at = (kind: PhaseKind, comeIn: string | null = null, seat = 'me') =>
      ({ ...view({ seat: 'me', comeIn }), presenter: seat, course: courseIn(kind) }) as unknown as RoomView;
    expect(closesWish(null, at('return'))).toBe(true);
    expect(closesWish(at('presentation'), at('return'))).toBe(true);
    expect(closesWish(null, at('discussion'))).toBe(true);
    expect(closesWish(at('discussion', 'none'), at('discussion'))).toBe(false);
    expect(closesWish(at('discussion'), at('return'))).toBe(false);
    expect(closesWish(null, at('presentation'))).toBe(false);
    expect(closesWish(null, at('return', null, 'other'))).toBe(false);
  });

  it('[MC4] plays only what the view allows, and never itself', () => {
    const place = (identity: string | null, microphone: boolean) => ({
      media: { identity, microphone, camera: true },
    });
    const allowed = playable(
      view({ media: { identity: 'me' } }, [
        place('a', true),
        place('b', false),
        place('me', true),
        place(null, true),
      ]),
    );
    expect([...allowed.keys()]).toEqual(['a', 'b']);
    expect([...(allowed.get('b') ?? [])]).toEqual(['camera']);
  });

  it('[MC1] takes wish and device from the choice and the right from the view', () => {
    expect(aimOf(view({}), chosen, 'microphone')).toEqual({ wish: true, may: true, device: 'a' });
    expect(aimOf(null, chosen, 'camera')).toEqual({ wish: false, may: false, device: null });
  });

  it('[MC6] comes back for ever, after 0.3 to 5 s', () => {
    expect([0, 1, 2, 9, 99].map(pauseBefore)).toEqual([300, 600, 1200, 5000, 5000]);
  });
});
