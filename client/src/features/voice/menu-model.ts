// What the menu of the own controls holds, and where a key leads in it.

import type { RoomView } from '@tele-balint/shared/view/view';
import type { Devices } from '../../devices/chosen-devices.ts';
import { areSeveral, mySeat } from '../../state/places.ts';
import { hasEnded } from '../../state/staying.ts';
import { moreText } from '../../text/more-text.ts';
import { t } from '../../text/text.ts';
import type { IconName } from '../../ui/Icon.tsx';

export type Item = {
  readonly id: 'devices' | 'people' | 'contact' | 'picture' | 'help';
  readonly icon: IconName;
  readonly words: string;
  /** Whether it does nothing now, and only says how things stand. */
  readonly rests: boolean;
};

/**
 * What is seldom needed, and stands behind one button.
 * @param called what has become of a call for help; `null` where none stands
 * @param fails whether a device that is wished for fails: another one is what helps then
 */
export const itemsOf = (
  view: RoomView,
  { pictureHidden }: Devices,
  fails: boolean,
  called: string | null,
): readonly Item[] => {
  const { role } = mySeat(view);
  // Nobody leads any more, and nobody comes.
  const over = hasEnded(view);
  const alone = role === 'leader' || role === 'coLeader';
  const item = (id: Item['id'], icon: IconName, words: string, rests = false): Item => ({
    ...{ id, icon, words, rests },
  });
  return [
    item('devices', fails ? 'alert' : 'set', moreText(fails ? 'devices.another' : 'devices.name')),
    ...(alone || over
      ? []
      : [item('people', 'plus', areSeveral(view) ? moreText('site.here') : t('site.more'))]),
    ...(view.sealed && !over ? [item('contact', 'note', moreText('contact.name'))] : []),
    item(
      'picture',
      pictureHidden ? 'self' : 'self-off',
      moreText(pictureHidden ? 'self.doShow' : 'self.doHide'),
    ),
    ...(over ? [] : [item('help', 'info', called ?? moreText('help.ask'), called !== null)]),
  ];
};

/**
 * The item that a key leads to; `null` where it leads nowhere.
 * @param at the one that has the focus; below 0 where none has
 */
export const itemAfter = (key: string, at: number, words: readonly string[]): number | null => {
  const { length } = words;
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  if (key === 'ArrowDown') return (at + 1) % length;
  if (key === 'ArrowUp') return (Math.max(at, 0) + length - 1) % length;
  if (key.length !== 1 || key === ' ') return null;
  const letter = key.toLowerCase();
  const from = (step: number) => (at + step + length) % length;
  const found = words.findIndex((_, step) => words[from(step + 1)]?.toLowerCase().startsWith(letter));
  return found < 0 ? null : from(found + 1);
};
