import type { LeaderView } from '@tele-balint/shared/view/leader';
import type { Key } from '../text/text.ts';

/** How leaders are told what the media server has not confirmed of somebody. */
export const unconfirmedOf = ({
  mayBeHeard,
  mayBeSeen,
}: Pick<LeaderView['unenforced'][number], 'mayBeHeard' | 'mayBeSeen'>): Key => {
  if (mayBeHeard) return 'leader.micNotClosed';
  return mayBeSeen ? 'leader.camNotOff' : 'leader.notReady';
};
