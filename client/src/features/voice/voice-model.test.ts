import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it, vi } from 'vitest';
import { SILENT_OWN } from '../../media/snapshot.ts';
import { stateLineOf } from './state-line.ts';
import { aDeviceFails, controlsOf, type Hands, needOf } from './voice-model.ts';
import type { PhaseKind } from '@tele-balint/shared/protocol/steps';
import { courseIn } from '../../testing/course.ts';
import { place } from '../../testing/place.ts';
import { youAs } from '../../testing/you.ts';

const view = (you: object = {}, kind: PhaseKind = 'discussion', place: object = {}) =>
  ({
    session: { leaderless: false },
    course: courseIn(kind),
    presenter: 'c',
    places: [{ seat: 'm', name: 'Mei', hand: null, floor: false, presenter: false, ...place }],
    you: youAs({ seat: 'm', can: ['raiseHand', 'lowerHand'], ...you }),
  }) as unknown as RoomView;
const rests = { may: { microphone: false, camera: true } };
const opened = { ...SILENT_OWN, micOpened: true };
const live = { ...opened, micLive: true };
const chosen = {
  microphoneId: null,
  cameraId: null,
  microphoneOn: true,
  cameraOn: true,
  pictureHidden: false,
};
const hands = () => ({ choose: vi.fn(), checkDevices: vi.fn(), send: vi.fn() }) satisfies Hands;
const line = (v: RoomView, own = SILENT_OWN, wish = true) => {
  const { title, text } = stateLineOf(v, own, wish);
  return `${title} / ${text}`;
};

describe('my controls', () => {
  it('[VO11] say "Choose another" where a device that is wished fails', () => {
    const busy = { ...SILENT_OWN, micFault: 'taken', camFault: 'missing' } as const;
    expect(aDeviceFails(SILENT_OWN, chosen)).toBe(false);
    expect(aDeviceFails(busy, { ...chosen, cameraOn: false })).toBe(true);
    expect(aDeviceFails(busy, { ...chosen, microphoneOn: false })).toBe(true);
    expect(aDeviceFails(busy, { ...chosen, microphoneOn: false, cameraOn: false })).toBe(false);
  });

  it('[VO1] have no microphone while sitting back: it is absent, not greyed', () => {
    const ids = controlsOf(view({ ...rests, comeIn: 'none' }), SILENT_OWN, chosen, hands()).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['camera']);
  });

  it('[VO1] give a resting microphone no action and a reason', () => {
    const [mic] = controlsOf(view({ ...rests, why: 'floor' }), SILENT_OWN, chosen, hands());
    expect(mic).toMatchObject({ id: 'microphone', act: null, state: 'rests' });
    expect(mic!.does).toContain('Raise a hand if you need to');
  });

  it('[MC1] change the wish where the rules allow it, and check a faulty device again', () => {
    const act = hands();
    controlsOf(view(), live, chosen, act)[0]!.act?.();
    expect(act.choose).toHaveBeenCalledWith({ microphoneOn: false });
    controlsOf(view(), { ...SILENT_OWN, micFault: 'blocked' }, chosen, act)[0]!.act?.();
    expect(act.checkDevices).toHaveBeenCalledOnce();
  });

  it('[VO16] stop a case, or say that one has a case, where a hand would be', () => {
    const act = hands();
    const last = (you: object) => controlsOf(view(you), live, chosen, act).at(-1)!;
    const [stop, say] = [last({ can: ['stopCase'] }), last({ can: ['offerCase'] })];
    const said = last({ can: ['withdrawOffer'], offered: true });
    expect([stop.name, say.name, said.state]).toEqual([
      'Stop my case',
      'I have a case',
      'only the leaders see it',
    ]);
    for (const one of [stop, say, said]) one.act?.();
    expect(act.send.mock.calls).toEqual([
      [{ type: 'stopCase' }],
      [{ type: 'offerCase' }],
      [{ type: 'withdrawOffer' }],
    ]);
    expect(last({ can: ['leave'] }).id).toBe('camera');
  });

  it('[VO17] say to a presenter who is back that the microphone stays closed until they open it', () => {
    expect(line(view({ seat: 'c' }, 'return'), SILENT_OWN, false)).toBe(
      'Your microphone is closed / You are back. It stays closed until you open it.',
    );
  });

  it('[FL1] raise and lower the hand only where the table offers it', () => {
    const act = hands();
    const hand = (v: RoomView) => controlsOf(v, live, chosen, act).find(({ id }) => id === 'hand');
    hand(view())?.act?.();
    hand(view({}, 'discussion', { hand: 1 }))?.act?.();
    expect(act.send.mock.calls).toEqual([[{ type: 'raiseHand' }], [{ type: 'lowerHand' }]]);
    expect(hand(view({ can: ['leave'] }))).toBeUndefined();
    expect(hand(view({ leads: true }))).toBeUndefined();
  });

  it('[PR1] never trap the presenter: ask, take back, come in', () => {
    const act = hands();
    for (const comeIn of ['none', 'now']) needOf(view({ comeIn }), act.send)?.act?.();
    needOf(view({ comeIn: 'seen' }), act.send)?.undo();
    expect(act.send.mock.calls.map(([{ type }]) => type)).toEqual(['askToComeIn', 'comeIn', 'withdrawAsk']);
    expect(needOf(view({ comeIn: 'seen' }), act.send)?.told).toBe('The leaders have seen it.');
    expect(needOf(view(), act.send)).toBeNull();
  });

  it('[PR7] leave a standing call standing, and say that it stands', () => {
    const { act, told } = needOf(view({ comeIn: 'asked' }), hands().send) ?? {};
    expect(act).toBeNull();
    expect(told).toBe('The leaders have been told.');
  });
});

describe('my state', () => {
  it('[VO6] promises silence only when it is confirmed and the capture has ended', () => {
    const back = { ...rests, comeIn: 'none' };
    expect(line(view(back))).toBe('You are listening / Your microphone is closed. You can simply listen.');
    expect(line(view({ ...back, confirmed: false }), opened)).toContain('You may still be heard.');
    expect(line(view(back), live)).toContain('You may still be heard.');
  });

  it('[PG62] puts nothing to rest that this page has never opened', () => {
    const back = { ...rests, comeIn: 'none', confirmed: false };
    expect(line(view(back))).toBe('You are sitting back / One moment.');
    expect(line(view({ ...rests, confirmed: false }))).toBe('You are listening / One moment.');
  });

  it('[VO12] says "you closed it" only of what its owner closed', () => {
    const { text } = stateLineOf(view(), SILENT_OWN, false, true);
    expect(text).toBe('Open it when you are ready.');
  });

  it('[PG62] calls nothing "being opened" that the media server has just taken', () => {
    const taken = { ...SILENT_OWN, micTaken: true };
    expect(line(view(), taken)).toBe('You are listening / One moment.');
    expect(controlsOf(view(), taken, chosen, hands())[0]).toMatchObject({ state: 'rests' });
    expect(controlsOf(view(), SILENT_OWN, chosen, hands())[0]).toMatchObject({ state: 'opening' });
  });

  it('[PG62] calls nothing "being opened" while sound and pictures are away', () => {
    const away = (own: object) => stateLineOf(view(), { ...SILENT_OWN, ...own }, true, false, true);
    expect(away({}).text).toBe('Your microphone opens when it is back.');
    expect(away({ micFault: 'missing' }).title).toBe('No microphone found');
    expect(controlsOf(view(), SILENT_OWN, chosen, hands(), true)[0]).toMatchObject({ state: 'waits' });
  });

  it('[VO7] calls nothing open that the system keeps silent, and leaves what its owner chose as it is', () => {
    const silent = { ...live, micSilent: true, camLive: true, camSilent: true };
    expect(line(view(), silent)).toBe(
      'Your device gives no sound now / Look for a microphone key or switch, or for a phone call.',
    );
    const act = hands();
    const [mic, camera] = controlsOf(view(), silent, chosen, act);
    expect([mic?.state, mic?.on, camera?.state, camera?.on]).toEqual(['no sound', true, 'no picture', true]);
    mic?.act?.();
    expect(act.choose).toHaveBeenCalledWith({ microphoneOn: false });
    expect(line(view(), silent, false)).toContain('You closed it.');
    expect(line(view({ ...rests, comeIn: 'none' }), silent)).toContain('You may still be heard.');
  });

  it('[VO7] says what I may do and why not', () => {
    expect(line(view(), live)).toBe('You may speak / Speak when something comes. Silence is welcome.');
    expect(line(view({}, 'questions'), live)).toBe('You may speak / Questions of fact, short.');
    expect(line(view({ seat: 'c' }, 'presentation'), live)).toBe('You have the floor / Take your time.');
    expect(line(view({ ...rests, why: 'floor' }))).toBe(
      'You are listening / The case is being told. Raise a hand if you need to.',
    );
    expect(line(view({ ...rests, why: 'closed' }))).toContain(
      'Leaders have closed your microphone for this phase: there was noise on your line.',
    );
    expect(line(view({ leads: true }), live)).toMatch(/^You lead \/ /);
    expect(line(view(), SILENT_OWN, false)).toBe(
      'Your microphone is closed / You closed it. You may open it at any time.',
    );
    expect(line(view(), SILENT_OWN)).toContain('being opened');
    expect(line(view(), { ...SILENT_OWN, micFault: 'missing' })).toContain('No microphone found');
  });

  it('[SI23, SI22] say of a site that it listens, whose floor it is, and who needs to come in', () => {
    const seats = ['Claire', 'Kofi'].map((seat) => ({
      ...youAs({ seat, comeIn: seat === 'Claire' ? 'none' : null, can: ['stopCase'] }).seats[0],
    }));
    const site = (you: object = {}, course: object = {}, kofi: object = {}) =>
      ({
        ...view(),
        presenter: 'Claire',
        course: courseIn('discussion', course),
        places: [
          place('Claire', { line: 'my-line' as never, site: 'York', sits: 'back', presenter: true }),
          place('Kofi', { line: 'my-line' as never, site: 'York', ...kofi }),
        ],
        you: { ...youAs(rests), seats, ...you },
      }) as unknown as RoomView;
    expect(line(site())).toBe('York listens / Nobody can hear any of you.');
    expect(line(site({ confirmed: false }), opened)).toBe(
      'York listens / One moment. You may still be heard.',
    );
    const ids = (room: RoomView) => controlsOf(room, SILENT_OWN, chosen, hands()).map(({ id }) => id);
    expect(ids(site())).toEqual(['camera', 'stop']);
    expect(needOf(site(), () => undefined)?.words).toBe('Claire needs to come in');
    const may = { may: { microphone: true, camera: true } };
    const apart = site(may, { apart: true });
    expect(ids(apart)).toEqual(['microphone', 'camera', 'stop']);
    expect(needOf(apart, () => undefined)?.words).toBe('Claire needs to come in');
    expect(stateLineOf(apart, SILENT_OWN, false, true).text).toBe('Open it when you are ready.');
    expect(line(site(may, { apart: true }, { floor: true }), live)).toMatch(/^Kofi has the floor/);
  });
});
