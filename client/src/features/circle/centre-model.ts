// The quiet middle: the phase, one sentence of what it asks of you, and the members' soft clock.

import type { ClockView } from '@tele-balint/shared/view/course';
import type { RoomView } from '@tele-balint/shared/view/view';
import { firstNameOf, hintNow, isMine, mySeat, presenterIs, youSitBack } from '../../state/places.ts';
import { firstNames, mySite, presenterAtSite } from '../../state/site.ts';
import { hasEnded, stayWords } from '../../state/staying.ts';
import { chairOf } from '../../state/steps.ts';
import { type Key, t } from '../../text/text.ts';

export type CentreModel = {
  readonly title: string;
  readonly text: string;
  readonly sub: string | null;
  /** Stands in place of the small line, as long as it is quiet. */
  readonly quiet: string | null;
};

const notBegun = ({ session, leader }: RoomView): string | null =>
  session.begun ? null : t('centre.notBegun', { leads: leader === null ? 'no' : 'yes' });

/** How long those who stay after the end may do so. */
const stay = (view: RoomView, now: number): string | null => {
  const words = stayWords(view, now);
  return words !== null && view.session.leaving?.more ? `${words} ${t('leaving.asked')}` : words;
};

/** What is more than the step's own small line. */
const aside = (view: RoomView, now: number): string | null => {
  const { clock, paused, gently } = view.course;
  if (hasEnded(view)) return stay(view, now);
  if (paused) return t('centre.paused');
  if (clock !== null && clock.held !== null) return t('centre.held');
  return gently ? t('centre.gently') : null;
};

/** How many people are here, not counting whose line is away. */
const countHere = ({ places }: RoomView): number =>
  places.filter(({ presence }) => presence === 'here').length;

/** Who rests with the presenter because they share a microphone, or that they do not. */
const listening = (view: RoomView): string => {
  const at = presenterAtSite(view);
  if (at === null || at.place.sits !== 'back') return '';
  const { name, site, others } = at;
  if (view.course.apart) return isMine(view, at.place.seat) ? t('site.apartSub', { name, site }) : '';
  return `${t('site.sitsBack', { name })}. ${t('site.alsoListen', { names: firstNames(view, others), site, count: others.length })}`;
};

/** What the middle says to you now. */
export const centreOf = (
  view: RoomView,
  quiet: string | null = null,
  now: number = view.now,
): CentreModel => {
  const { kind } = view.course;
  const more = aside(view, now);
  const mine = mySite(view);
  if (youSitBack(view) && mine !== null) {
    const { name, site, count } = mine;
    return {
      title: t('site.backTitle', { name }),
      text: t('centre.back.text'),
      sub: more ?? t('site.backSub', { name, site, count }),
      quiet: null,
    };
  }
  if (youSitBack(view)) {
    const alone = mySeat(view).comeIn === 'now';
    return {
      title: t('centre.back.title'),
      text: t('centre.back.text'),
      sub: more ?? t(alone ? hintNow(view) : 'centre.back.sub'),
      quiet: more === null && !alone ? quiet : null,
    };
  }
  const name = firstNameOf(view, view.presenter);
  const values = { name, who: presenterIs(view), chair: chairOf(view), count: countHere(view) };
  return {
    title: t(`centre.${kind}.title`),
    text: t(`centre.${kind}.text`, values),
    sub: notBegun(view) ?? more ?? (listening(view) || t(`centre.${kind}.sub`, values) || null),
    quiet: notBegun(view) === null && more === null ? quiet : null,
  };
};

/** How much of the step's time has passed, 0 to 1; a held clock stands still. */
export const shareOf = (clock: ClockView | null, now: number): number | null => {
  if (clock === null) return null;
  const whole = clock.endsAt - clock.since;
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, ((clock.held ?? now) - clock.since) / whole));
};

const THIRDS: readonly (readonly [number, Key])[] = [
  [0.995, 'time.all'],
  [0.64, 'time.twoThirds'],
  [0.45, 'time.half'],
  [0.3, 'time.third'],
  [0, 'time.none'],
];

/** The rim in words; they change by thirds only, so that nobody counts. After the end the small line says how long one may stay. */
export const timeWords = (share: number, ended: boolean): string | null =>
  ended ? null : t(THIRDS.find(([from]) => share >= from)?.[1] ?? 'time.none');
