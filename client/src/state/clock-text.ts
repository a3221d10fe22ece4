import { SECOND } from '@tele-balint/shared/vocabulary';

/** "12:41"; hours are not split off, as the group counts in minutes. */
export const clockText = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
