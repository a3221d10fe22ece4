import type { RoomView } from '@tele-balint/shared/view/view';
import { mySeat } from '../../state/places.ts';
import { t } from '../../text/text.ts';

/** What has become of the own call for help. */
export const helpWords = (view: RoomView): string =>
  t(mySeat(view).help === 'seen' ? 'help.seen' : 'help.told');
