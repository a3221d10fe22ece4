import { MINUTE } from '@tele-balint/shared/vocabulary';

// What this browser remembers of whoever came in by it, so that the next time takes two clicks. It stays here.

const KEPT = 'tele-balint:you';
/** What the names of kept seat tokens begin with. */
export const PLACES = 'tele-balint:seat:';
/** The course of their own that a leader used last. */
export const COURSE = 'tele-balint:course';
/** Half a year without coming in, in ms. */
const OLDEST = 180 * 24 * 60 * MINUTE;

type Chosen = { readonly microphoneId: string | null; readonly cameraId: string | null };
export type Remembered = Chosen & {
  readonly name: string;
  readonly profession: string;
  /** The promises as they were worded when they were agreed to. */
  readonly agreed: string;
};
type Written = { readonly shared: true } | (Remembered & { readonly at: number });

const read = (): Written | null => {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Written | null;
  } catch {
    return null;
  }
};
const write = (what: Written | null): void => {
  try {
    if (what === null) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, JSON.stringify(what));
  } catch {
    // A browser without storage remembers nothing.
  }
};

/** Whether somebody said that this computer is shared: then nothing of anybody is remembered. */
export const isShared = (): boolean => {
  const kept = read();
  return kept !== null && 'shared' in kept;
};

/** Forgets places and course: at a shared computer the next person must not find them. */
const forgetWhatIsKept = (): void => {
  try {
    localStorage.removeItem(COURSE);
    for (const key of Object.keys(localStorage)) if (key.startsWith(PLACES)) localStorage.removeItem(key);
  } catch {
    // A browser without storage holds none.
  }
};

/** Forgets at once what is remembered, and remembers only that the computer is shared, or not even that. */
export const setShared = (shared: boolean): void => {
  if (shared) forgetWhatIsKept();
  write(shared ? { shared } : null);
};

/** What is remembered, or null; what is too old is forgotten. */
export const remembered = (): Remembered | null => {
  const kept = read();
  if (kept === null || 'shared' in kept) return null;
  if (Date.now() - kept.at <= OLDEST) return kept;
  write(null);
  return null;
};

/** To be called when somebody has come in. */
export const remember = (you: Remembered): void => {
  if (!isShared()) write({ ...you, at: Date.now() });
};

/** Other devices, chosen later; of whom nothing is remembered, not these either. */
export const rememberDevices = ({ microphoneId, cameraId }: Chosen): void => {
  const kept = read();
  if (kept === null || 'shared' in kept) return;
  if (kept.microphoneId !== microphoneId || kept.cameraId !== cameraId)
    write({ ...kept, microphoneId, cameraId });
};
