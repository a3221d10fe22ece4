import type { Fault } from './snapshot.ts';

const BLOCKED = ['NotAllowedError', 'SecurityError', 'PermissionDeniedError'];
const MISSING = ['NotFoundError', 'OverconstrainedError', 'DevicesNotFoundError'];
const BUSY = ['NotReadableError', 'TrackStartError', 'AbortError'];

/** Why a device did not open, or null where the device is not to blame. */
export const faultOf = (error: unknown): Fault | null => {
  const name = error instanceof Error ? error.name : '';
  if (BLOCKED.includes(name)) return 'blocked';
  if (MISSING.includes(name)) return 'missing';
  return BUSY.includes(name) ? 'busy' : null;
};
