// What a member's personal link answers to whoever looks at it.

import type { LookAnswer } from '@tele-balint/shared/http';

/** The link of Mei Lin, to a session without a date that nobody leads yet; with what a test says otherwise. */
export const lookAs = (more: Partial<LookAnswer> = {}): LookAnswer => ({
  ...{ group: '', leaders: ['Ruth'], kind: 'personal', role: 'member', name: 'Mei Lin' },
  ...{ door: 'open', led: false, taken: false, sealed: false },
  ...{ startsAt: null, endsAt: null, opensAt: null },
  ...more,
});
