// My controls. An action is there or it is not; where the rules say no there is none, and a reason instead.

import type { PersonalCommandName } from '@tele-balint/shared/decisions/commands';
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { OwnLine } from '../../media/snapshot.ts';
import type { Devices } from '../../devices/chosen-devices.ts';
import {
  areSeveral,
  firstNameOf,
  hintNow,
  isMine,
  myBackSeat,
  mySeat,
  youSitBack,
} from '../../state/places.ts';
import { type Key, t } from '../../text/text.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { whyRests } from './state-line.ts';

export type Control = {
  readonly id: 'microphone' | 'camera' | 'out' | 'hand' | 'stop' | 'case' | 'stay';
  readonly icon: IconName;
  readonly name: string;
  readonly short: string;
  readonly state: string;
  /** What pressing does, in words; the reason where it does nothing. */
  readonly does: string;
  readonly on: boolean;
  readonly act: (() => void) | null;
};

export type Hands = {
  readonly choose: (change: Partial<Devices>) => void;
  readonly checkDevices: () => void;
  readonly send: (command: PersonalCommand) => void;
};

/** What becomes of a microphone that its owner wishes to be open. */
const onTheWay = (own: OwnLine, away: boolean): Key => {
  if (own.micLive) return own.micSilent ? 'mic.silent' : 'mic.open';
  if (own.micTaken) return 'mic.rests';
  return away ? 'mic.waits' : 'mic.opening';
};

/** The microphone's control; none while sitting back: it is absent, not greyed. */
const microphoneOf = (
  view: RoomView,
  own: OwnLine,
  wish: boolean,
  hands: Hands,
  away: boolean,
): Control | null => {
  if (youSitBack(view)) return null;
  const same = { id: 'microphone', name: t('mic.name'), short: t('mic.short') } as const;
  if (!view.you.may.microphone) {
    return { ...same, icon: 'mic-off', state: t('mic.rests'), does: whyRests(view), on: false, act: null };
  }
  if (wish && own.micFault !== null) {
    const act = () => hands.checkDevices();
    return { ...same, icon: 'alert', state: t('mic.fault'), does: t('mic.doTry'), on: false, act };
  }
  const act = () => hands.choose({ microphoneOn: !wish });
  return wish
    ? {
        ...same,
        icon: 'mic',
        state: t(onTheWay(own, away)),
        does: t('mic.doClose'),
        on: true,
        act,
      }
    : { ...same, icon: 'mic-off', state: t('mic.closed'), does: t('mic.doOpen'), on: false, act };
};

/** What becomes of a camera that its owner wishes to be on. */
const pictureOf = (view: RoomView, own: OwnLine): Key => {
  if (own.camSilent) return 'cam.silent';
  return youSitBack(view) ? 'cam.onBack' : 'cam.on';
};

const cameraOf = (view: RoomView, own: OwnLine, wish: boolean, hands: Hands): Control | null => {
  if (!view.you.may.camera) return null;
  const same = { id: 'camera', name: t('cam.name'), short: t('cam.name') } as const;
  if (wish && own.camFault !== null) {
    const act = () => hands.checkDevices();
    return { ...same, icon: 'cam-off', state: t('cam.fault'), does: t('mic.doTry'), on: false, act };
  }
  return {
    ...same,
    icon: wish ? 'cam' : 'cam-off',
    state: t(wish ? pictureOf(view, own) : 'cam.off'),
    does: t(wish ? 'cam.doOff' : 'cam.doOn'),
    on: wish,
    act: () => hands.choose({ cameraOn: !wish }),
  };
};

/** A bleep: out with one press; the way back stands where a presenter's way in would. */
const outOf = (view: RoomView, hands: Hands): Control | null =>
  mySeat(view).can.includes('stepOut')
    ? {
        ...{ id: 'out', icon: 'door', name: t('out.name'), short: t('out.name') },
        ...{ state: t('out.state'), does: t('out.does'), on: false },
        act: () => hands.send({ type: 'stepOut' }),
      }
    : null;

/** Whether a hand has a place among my controls: leaders need none. */
export const hasHand = (view: RoomView): boolean => {
  const { role } = mySeat(view);
  return role !== 'leader' && role !== 'coLeader';
};

/** Whether you, or one of those at your camera, may give this command. */
const someCan = ({ you }: RoomView, command: PersonalCommandName): boolean =>
  you.seats.some(({ can }) => can.includes(command));

const handOf = (view: RoomView, hands: Hands): Control | null => {
  const { leads } = mySeat(view);
  const offered = someCan(view, 'raiseHand') || someCan(view, 'lowerHand');
  if (leads || youSitBack(view) || !offered) return null;
  const own = view.places.filter(({ seat }) => isMine(view, seat));
  if (own.length === 0 || own.every(({ presenter }) => presenter)) return null;
  const up = own.some(({ hand }) => hand !== null);
  return {
    id: 'hand',
    icon: 'hand',
    name: t('hand.name'),
    short: t('hand.name'),
    state: t(up ? 'hand.up' : 'hand.down'),
    does: t(up ? 'hand.doLower' : 'hand.doRaise'),
    on: up,
    act: () => hands.send({ type: up ? 'lowerHand' : 'raiseHand' }),
  };
};

/** "Stop my case" and "I have a case": where they stand nobody has a hand, whose slot they take. */
const caseOf = (view: RoomView, hands: Hands): Control | null => {
  const offered = view.you.seats.some((one) => one.offered);
  if (someCan(view, 'stopCase'))
    return {
      ...{ id: 'stop', icon: 'pause', name: t('stop.name'), short: t('stop.short') },
      ...{ state: t('stop.state'), does: t('stop.does'), on: false },
      act: () => hands.send({ type: 'stopCase' }),
    };
  const type = offered ? 'withdrawOffer' : 'offerCase';
  if (!someCan(view, type)) return null;
  return {
    ...{ id: 'case', icon: 'note', name: t('case.name'), short: t('case.short') },
    ...{ state: t(offered ? 'case.said' : 'case.not'), does: t(offered ? 'case.doWithdraw' : 'case.doSay') },
    on: offered,
    act: () => hands.send({ type }),
  };
};

/** "Five minutes more", once the evening has ended: nobody has a hand then. */
const stayOf = (view: RoomView, hands: Hands): Control | null =>
  mySeat(view).can.includes('stayLonger')
    ? {
        ...{ id: 'stay', icon: 'clock', name: t('leaving.five'), short: t('leaving.fiveShort') },
        ...{ state: t('leaving.once'), does: t('leaving.doAsk'), on: false },
        act: () => hands.send({ type: 'stayLonger' }),
      }
    : null;

/**
 * My controls, in the order of the bar.
 * @param away whether sound and pictures have been away for longer than a blink
 */
export const controlsOf = (
  view: RoomView,
  own: OwnLine,
  chosen: Devices,
  hands: Hands,
  away = false,
): readonly Control[] =>
  [
    microphoneOf(view, own, chosen.microphoneOn, hands, away),
    cameraOf(view, own, chosen.cameraOn, hands),
    outOf(view, hands),
    (areSeveral(view) && someCan(view, 'stopCase') ? null : handOf(view, hands)) ??
      caseOf(view, hands) ??
      stayOf(view, hands),
  ].filter((control) => control !== null);

/** Whether a device fails that its owner wishes to be open. */
export const aDeviceFails = (own: OwnLine, chosen: Devices): boolean =>
  (chosen.microphoneOn && own.micFault !== null) || (chosen.cameraOn && own.camFault !== null);

export type Need = {
  readonly words: string;
  /** What has become of the call, once it stands: a second press of the same hand does nothing to it. */
  readonly told: string | null;
  readonly hint: string;
  readonly act: (() => void) | null;
  /** Takes a standing call back. */
  readonly undo: () => void;
};

/** "I need to come in": the presenter is never trapped. */
export const needOf = (view: RoomView, send: Hands['send']): Need | null => {
  const back = myBackSeat(view);
  if (back === null || back.out) return null;
  const { comeIn } = back;
  const name = firstNameOf(view, back.seat);
  const words = areSeveral(view)
    ? t(comeIn === 'now' ? 'site.needNow' : 'site.need', { name })
    : t(comeIn === 'now' ? 'need.now' : 'need.ask');
  const now = comeIn === 'now';
  const told = comeIn === 'asked' ? t('need.told') : comeIn === 'seen' ? t('need.seen') : null;
  return {
    words,
    told,
    hint: t(now ? hintNow(view) : 'need.hint'),
    act: told === null ? () => send({ type: now ? 'comeIn' : 'askToComeIn' }) : null,
    undo: () => send({ type: 'withdrawAsk' }),
  };
};
