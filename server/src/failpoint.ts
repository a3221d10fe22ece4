// For proofs only: the process kills itself at a named point, as a power cut would.

export const FAILPOINTS = [
  'before-append',
  'after-append',
  'after-memory',
  'after-enforce',
  'mid-views',
  'before-ack',
] as const;
export type FailpointName = (typeof FAILPOINTS)[number];
export type Failpoint = (name: FailpointName) => void;

/** Nothing happens. */
export const noFailpoint: Failpoint = () => undefined;

/** Reads `name:count`: SIGKILL when that point is passed for the count-th time. `null` gives none. */
export const failpointOf = (setting: string | null): Failpoint => {
  if (setting === null) return noFailpoint;
  const [wanted, count = '1'] = setting.split(':');
  let left = Number(count);
  return (name) => {
    if (name !== wanted) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
};
