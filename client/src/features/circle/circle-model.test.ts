import type { PhaseKind } from '@tele-balint/shared/protocol/steps';
import type { ClockView } from '@tele-balint/shared/view/course';
import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import { type MediaSnapshot, NO_MEDIA, type RemoteLine, SILENT_OWN } from '../../media/snapshot.ts';
import { inOrder, type Is, seatOf } from './circle-model.ts';
import { lineWith, seated } from './testing.ts';
import { courseIn } from '../../testing/course.ts';
import { youAs } from '../../testing/you.ts';

const room = (...places: PlaceView[]) =>
  ({ places, course: courseIn('discussion'), you: youAs({ seat: 'me' }) }) as unknown as RoomView;
const live = lineWith('v');
const NO_GRANT = { identity: null, microphone: false, camera: false };
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

describe('a seat', () => {
  it('[CR8] has no mark when somebody is here and silent', () => {
    expect(only(seated('a', 'Mei Lin'))).toMatchObject({
      spoken: 'Mei Lin',
      card: null,
      tag: null,
      edge: null,
      voice: false,
      micClosed: false,
      picture: { identity: 'of-a', track: 'v' },
    });
  });

  it('[CR9] says what a member works as, with the name, and of a leader that they lead', () => {
    const member = only(seated('a', 'Mei Lin', { profession: 'oncology' }));
    expect(member).toMatchObject({ job: 'oncology', role: null, spoken: 'Mei Lin, oncology' });
    const leader = only(seated('a', 'Ruth', { profession: 'psychiatry', role: 'leader' }));
    expect(leader).toMatchObject({ job: null, role: 'leader', spoken: 'Ruth, leader' });
  });

  it('[CR7] marks a voice and a closed microphone, in words too, and calls only your own a choice', () => {
    expect(only(seated('a', 'Mei Lin'), { speaking: true }).spoken).toBe('Mei Lin, speaking');
    const closed = only(seated('a', 'Mei Lin'), { micOpen: false });
    expect(closed.micClosed).toBe(true);
    expect(closed.spoken).toBe('Mei Lin, microphone closed');
    const yours = only(seated('me', 'Jonas'), {}, { microphoneOn: false });
    expect(yours.spoken).toBe('Jonas (you), microphone closed by own choice');
  });

  it('[CR7] never calls a resting microphone closed', () => {
    const resting = seated('a', 'Mei', { media: { identity: 'of-a', microphone: false, camera: true } });
    expect(only(resting, { micOpen: false }).micClosed).toBe(false);
  });

  it('[CR8] says why there is no picture', () => {
    expect(only(seated('a', 'Mei'), { video: null, camOn: false, camOff: true }).card?.text).toBe(
      'Camera off',
    );
    const yours = seatsOf(room(seated('me', 'Jonas')), {
      media: { ...media(), own: SILENT_OWN },
      chosen: { ...chosen, cameraOn: false },
    })[0]!;
    expect(yours.card?.text).toBe('Camera off by own choice');
    expect(only(seated('a', 'Mei'), { video: null }).card?.text).toBe('No picture yet');
    expect(only(seated('me', 'Jonas'), {}, { pictureHidden: true }).card?.text).toBe(
      'Hidden from you. The others see you.',
    );
    expect(only(seated('a', 'Mei', { presence: 'away' })).card?.text).toBe('Reconnecting. Place kept');
    expect(only(seated('a', 'Mei', { presence: 'left' }))).toMatchObject({
      gone: true,
      picture: { track: null },
    });
  });

  it('[CR7] speaks of no choice before somebody has settled in the media server', () => {
    const joining = { video: null, camOn: false, micOpen: false, settled: false };
    for (const seat of [only(seated('b', 'Mei')), only(seated('a', 'Mei'), joining)])
      expect(seat).toMatchObject({ card: { text: 'Coming in' }, micClosed: false });
  });

  it('[CR7, CR8] calls no rule and no device of yours a choice, and promises no picture of one that fails', () => {
    const media = { identity: 'of-a', microphone: true, camera: false };
    const ruled = only(seated('a', 'Mei', { media }), { video: null, camOn: false });
    expect(ruled.card?.text).toBe('No picture yet');
    const failing = seatsOf(room(seated('me', 'Jonas')), {
      media: { ...NO_MEDIA, link: 'up', own: { ...SILENT_OWN, micFault: 'taken', camFault: 'taken' } },
      chosen,
    })[0]!;
    expect(failing).toMatchObject({ card: { text: 'No picture' }, micClosed: false });
    const silent = seatsOf(room(seated('me', 'Jonas')), {
      media: { ...NO_MEDIA, link: 'up', own: { ...SILENT_OWN, micSilent: true, camSilent: true } },
      chosen,
    })[0]!;
    expect(silent).toMatchObject({ card: { text: 'No picture' }, micClosed: false });
    expect(only(seated('me', 'Jonas'), {}, { microphoneOn: false }).micClosed).toBe(true);
  });

  it('[CR8] says of nobody that they come in while it is my own line that is away', () => {
    const seen = (link: 'connecting' | 'away' | 'up', one = seated('b', 'Mei'), cameraOn = true) =>
      seatsOf(room(one), { media: { ...NO_MEDIA, link }, chosen: { ...chosen, cameraOn } })[0]!.card?.text;
    expect(seen('connecting')).toBe('No picture yet');
    expect(seen('away')).toBe('Picture away');
    expect(seen('up')).toBe('Coming in');
    expect(seen('away', seated('me', 'Jonas'), false)).toBe('Camera off by own choice');
  });

  it('[CR8] says "camera off" only of one that was there and was turned off', () => {
    const none = { video: null, camOn: false };
    expect(only(seated('a', 'Mei'), none).card?.text).toBe('No picture');
    expect(only(seated('a', 'Mei'), { ...none, camOff: true, settled: false }).card?.text).toBe('Camera off');
    const unasked = { cameraOn: false, cameraClosedForYou: true, microphoneClosedForYou: true };
    const yours = seatsOf(room(seated('me', 'Jonas')), {
      media: { ...media(), own: SILENT_OWN },
      chosen: { ...chosen, ...unasked, microphoneOn: false },
    })[0]!;
    expect(yours.spoken).toBe('Jonas (you), microphone closed, Camera off');
  });

  it('[CR8] says of somebody whose page has not come yet that they come in, not that they come back', () => {
    const media = { identity: null, microphone: false, camera: false };
    expect(only(seated('a', 'Mei', { presence: 'away', media })).card?.text).toBe('Coming in');
  });

  it('[CR33] keeps the last frame of a picture that drops, and of none that somebody or a rule turned off', () => {
    const dropped = (change: object, line: Partial<RemoteLine> | null = {}, link: 'up' | 'away' = 'up') =>
      seatsOf(room(seated('a', 'Mei', change)), {
        media: { ...media(line ?? {}), link, ...(line === null ? { lines: {} } : {}) },
        chosen,
      })[0]!.dropped;
    const none = { video: null };
    expect(dropped({})).toBe(false);
    expect(dropped({}, none)).toBe(true);
    expect(dropped({}, null, 'away')).toBe(true);
    expect(dropped({ presence: 'away' }, null)).toBe(true);
    // Off, not allowed, blocked or missing, gone, or the presenter's empty chair.
    expect(dropped({}, { ...none, camOn: false, camOff: true })).toBe(false);
    expect(dropped({}, { ...none, camOn: false })).toBe(false);
    expect(dropped({ media: { identity: 'of-a', microphone: true, camera: false } }, none)).toBe(false);
    expect(dropped({ presence: 'left' }, null)).toBe(false);
    expect(dropped({ presence: 'away', presenter: true, sits: 'back' }, null)).toBe(false);
  });

  it('[CR33] keeps your own while your line is away, not while you hide it or turn the camera off', () => {
    const mine = (change: object, link: 'up' | 'away' = 'away') =>
      seatsOf(room(seated('me', 'Jonas')), {
        media: { ...NO_MEDIA, link },
        chosen: { ...chosen, ...change },
      })[0]!.dropped;
    expect([mine({}), mine({}, 'up'), mine({ cameraOn: false })]).toEqual([true, false, false]);
    expect(only(seated('me', 'Jonas'), {}, { pictureHidden: true }).dropped).toBe(false);
  });

  it('[LE9] tells leaders alone for how long the presenter sitting back is gone', () => {
    const gone = seated('a', 'Claire Dubois', { sits: 'back', presenter: true, presence: 'away' });
    const leading = {
      ...room(gone),
      leader: { chair: { seat: 'a', since: 5 } },
      course: courseIn('discussion', { clock: { held: 9 } as unknown as ClockView }),
    } as unknown as RoomView;
    const seen = (view: RoomView) => seatsOf(view, { media: media(), chosen })[0]!;
    expect(seen(leading).card?.gone).toEqual({ since: 5, held: 'Discussion held' });
    expect(seen(leading).spoken).toContain('Claire’s chair');
    expect(seen(room(gone)).card).toEqual({ icon: 'chair', text: 'Claire’s chair' });
  });

  it.each(['away', 'left'] as const)(
    '[CR8, CO13] keeps the presenter’s chair, in the circle too (%s)',
    (presence) => {
      const gone = seated('a', 'Claire Dubois', { presenter: true, presence, media: { ...NO_GRANT } });
      const text = (kind: PhaseKind) =>
        seatsOf({ ...room(gone), course: courseIn(kind) }, { media: media(), chosen })[0]!.card?.text;
      expect(text('questions')).toBe('Claire’s chair');
      expect(text('closing')).not.toBe('Claire’s chair');
    },
  );

  it('[LE18] tags the chair of a presenter who asks to come in, to leaders alone', () => {
    const back = seated('a', 'Claire Dubois', { presenter: true, sits: 'back' });
    const asks = { ...room(back), leader: { ask: { seat: 'a' } } } as unknown as RoomView;
    const tagOf = (view: RoomView) => seatsOf(view, { media: media(), chosen })[0]!.tag?.text;
    expect(tagOf(asks)).toBe('Asks to come in');
    expect(tagOf(room(back))).toBeUndefined();
  });

  it('[CR8] shows the presenter, sitting back, and an empty chair for one whose line is gone', () => {
    const back = { presenter: true, sits: 'back' };
    expect(only(seated('a', 'Claire Dubois', { presenter: true })).edge).toBe('Presenter');
    expect(only(seated('a', 'Claire Dubois', back))).toMatchObject({
      edge: 'Sitting back',
      kept: 'Claire’s place',
    });
    expect(only(seated('a', 'Claire Dubois', { ...back, presence: 'away' })).card?.text).toBe(
      'Claire’s chair',
    );
  });

  it('tags floor before hand before a weak line', () => {
    expect(only(seated('a', 'Mei', { floor: true, hand: 2 })).tag?.text).toBe('Has the floor');
    expect(only(seated('a', 'Mei', { hand: 2 })).tag?.text).toBe('Hand, 2nd');
    expect(only(seated('a', 'Mei'), { quality: 'weak' }).tag?.text).toBe('Weak line');
  });

  it('[OR3] says of somebody in the outer ring that they listen, only while they may not speak', () => {
    const outer = (microphone: boolean) =>
      only(
        seated('a', 'Mei', {
          ...{ sits: 'row', role: 'observer' },
          media: { identity: 'of-a', microphone, camera: true },
        }),
      ).tag?.text;
    expect(outer(false)).toBe('Listening');
    expect(outer(true)).toBeUndefined();
  });

  it('[CR26] tells two people of the same first name apart', () => {
    const seats = seatsOf(room(seated('a', 'Anna Berg'), seated('b', 'Anna Cole')), {
      media: media(),
      chosen,
    });
    expect(seats.map(({ first }) => first)).toEqual(['Anna B', 'Anna C']);
    const firsts = (...names: string[]) =>
      seatsOf(room(...names.map((name) => seated(name, name))), { media: media(), chosen }).map(
        ({ titles, first, last }) => `${titles}|${first}|${last}`,
      );
    expect(firsts('Anna Berg', 'Dr. Anna Bauer')).toEqual(['|Anna Be|rg', 'Dr. |Anna Ba|uer']);
    expect(firsts('Anna', 'Anna (2)')).toEqual(['|Anna|', '|Anna (2)|']);
    expect(firsts('Dr. Nair', 'Dr. Anna Berg')).toEqual(['|Dr. Nair|', 'Dr. |Anna| Berg']);
  });
});
