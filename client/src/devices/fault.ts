/** What is wrong with a device, in our words. */
export type Fault = 'blocked' | 'missing' | 'taken';

const BLOCKED = ['NotAllowedError', 'SecurityError', 'PermissionDeniedError'];
const MISSING = ['NotFoundError', 'OverconstrainedError', 'DevicesNotFoundError'];
const TAKEN = ['NotReadableError', 'TrackStartError', 'AbortError'];

/** Why a device did not open, or null where the device is not to blame. */
export const faultOf = (error: unknown): Fault | null => {
  const name = error instanceof Error ? error.name : '';
  if (BLOCKED.includes(name)) return 'blocked';
  if (MISSING.includes(name)) return 'missing';
  return TAKEN.includes(name) ? 'taken' : null;
};
