// What is asked of whoever reads this page, and who leads: said once, also where it stood there when they came.

import type { RoomView } from '@tele-balint/shared/view/view';
import { firstNameOf, mySeat } from '../../state/places.ts';
import { type Sentence, calm, urgent } from './sentence.ts';

/** Whether you lead, once it has changed. */
const leadSaid = (was: RoomView, is: RoomView): Sentence[] => {
  const [before, now] = [mySeat(was).leads, mySeat(is).leads];
  if (before === now) return [];
  return [now ? urgent('said.youLead') : calm('said.youLeadNot')];
};

/** What is asked, or is no more so, in this view and was not in the one before; `null` before the first. */
export const askedSaid = (was: RoomView | null, is: RoomView): Sentence[] => {
  const [before, now] = [was === null ? null : mySeat(was), mySeat(is)];
  const { askedToOpen } = is.you;
  return [
    ...(was === null ? [] : leadSaid(was, is)),
    ...(is.session.leaderless && was?.session.leaderless !== true ? [calm('leaderless.text')] : []),
    ...(now.standsIn === 'asked' && before?.standsIn !== 'asked' ? [calm('backup.ask')] : []),
    ...(now.handedBy !== null && before?.handedBy !== now.handedBy
      ? [urgent('lead.ask', { name: firstNameOf(is, now.handedBy) })]
      : []),
    ...(askedToOpen !== null && askedToOpen !== was?.you.askedToOpen ? [calm('open.ask')] : []),
  ];
};
