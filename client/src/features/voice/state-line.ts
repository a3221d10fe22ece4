// My state in two lines: what I may do now, and why. Only what has been confirmed is promised.

import type { RoomView } from '@tele-balint/shared/view/view';
import type { OwnLine } from '../../media/snapshot.ts';
import {
  areSeveral,
  firstNameOf,
  isMine,
  myBackSeat,
  myPlace,
  mySeat,
  presenterIs,
  youPresent,
  youSitBack,
} from '../../state/places.ts';
import { mySite } from '../../state/site.ts';
import { chairWentBack } from '../../state/steps.ts';
import { type Key, t } from '../../text/text.ts';
import type { IconName } from '../../ui/Icon.tsx';

export type StateLine = {
  readonly icon: IconName;
  readonly lamp: boolean;
  readonly title: string;
  readonly text: string;
  /** Whether the level of the own microphone is shown. */
  readonly meter: boolean;
};

const line = (icon: IconName, title: Key, text: Key, meter = false): StateLine => ({
  icon,
  lamp: false,
  title: t(title),
  text: t(text),
  meter,
});

const sitsOutside = (view: RoomView): boolean => myPlace(view)?.sits === 'row';

/** Who tells the case, for a sentence. */
const teller = (view: RoomView) => ({
  who: presenterIs(view),
  name: firstNameOf(view, view.presenter),
});

/** Why a microphone that the rules rest does so. */
export const whyRests = (view: RoomView): string => {
  if (view.you.why === 'closed') return t('state.lineClosed');
  if (view.you.why === 'out') return t('state.outText');
  if (view.you.why === 'floor') return t('state.askFloor', teller(view));
  return sitsOutside(view) ? t('state.outer', { may: 'no' }) : t('state.rests');
};

const speaking = (view: RoomView): StateLine => {
  const floor = view.places.find(({ seat, floor: has }) => has && isMine(view, seat));
  if (floor !== undefined) {
    const own = line('mic', 'state.floor', 'state.takeTime', true);
    return areSeveral(view)
      ? { ...own, title: t('site.hasFloor', { name: firstNameOf(view, floor.seat) }) }
      : own;
  }
  const { kind } = view.course;
  const who = teller(view);
  return {
    icon: 'mic',
    lamp: false,
    title: mySeat(view).leads ? t('state.leads') : t(`may.${kind}.title`, who),
    text: sitsOutside(view) ? t('state.outer', { may: 'yes' }) : t(`may.${kind}.text`, who),
    meter: true,
  };
};

/** For a moment, after the microphone has opened by itself. */
export const openedLine = (): StateLine => line('mic', 'state.open', 'state.heard', true);

/** For a moment, after a resting microphone was pressed. */
export const whyLine = (why: string): StateLine => ({
  ...line('mic-off', 'state.listening', 'state.rests'),
  text: why,
});

/**
 * The state line of this moment.
 * @param forYou whether it was the page that closed the microphone, and not its owner
 * @param away whether sound and pictures have been away for longer than a blink
 */
export const stateLineOf = (
  view: RoomView,
  own: OwnLine,
  wish: boolean,
  forYou = false,
  away = false,
): StateLine => {
  const silent = view.you.confirmed && !own.micLive;
  // Just loaded, this page has sent nothing yet: it waits for the confirmation, and puts nothing to rest.
  const pending = own.micOpened ? 'state.stillHeard' : 'state.moment';
  if (mySeat(view).out) return line('out', 'state.out', silent ? 'state.outText' : pending);
  const mine = mySite(view);
  if (youSitBack(view) && mine !== null) {
    const title = t('site.listens', { site: mine.site });
    return {
      ...line('head', 'state.listening', pending),
      lamp: true,
      title,
      text: t(silent ? 'site.nobodyHears' : pending),
    };
  }
  if (youSitBack(view)) {
    return silent
      ? { ...line('head', 'state.listening', 'state.nobodyHears'), lamp: true }
      : { ...line('head', 'state.back', pending), lamp: true };
  }
  if (!view.you.may.microphone) {
    if (!silent) return line('head', 'state.listening', pending);
    return { ...line('head', 'state.listening', 'state.rests'), text: whyRests(view) };
  }
  if (!wish) {
    // At a camera of several that may speak while its presenter sits apart, nobody is back yet.
    const returned = chairWentBack(view) && youPresent(view) && myBackSeat(view) === null;
    if (returned) return line('mic-off', 'state.closed', 'state.returned');
    if (sitsOutside(view))
      return { ...line('mic-off', 'state.closed', 'state.rests'), text: t('state.outer', { may: 'yes' }) };
    return line('mic-off', 'state.closed', forYou ? 'state.ready' : 'state.youClosed');
  }
  if (own.micFault !== null) {
    return line('alert', `lobby.microphone.${own.micFault}`, `fault.${own.micFault}`);
  }
  if (own.micLive) return own.micSilent ? line('alert', 'state.silent', 'state.silentText') : speaking(view);
  if (away) return line('again', 'state.away', 'state.opensLater');
  return own.micTaken
    ? line('head', 'state.listening', 'state.moment')
    : line('mic', 'state.opening', 'state.moment');
};
