/** The value below which this share of the values lies. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

/** How far our 95th percentile is from the bare one. */
export const ratioOf = (ours: readonly number[], bare: readonly number[]): number =>
  percentile(ours, 0.95) / percentile(bare, 0.95);

/** `NAME p95 N ms, bare p95 N ms, ratio N.NN` */
export const comparison = (name: string, ours: readonly number[], bare: readonly number[]): string => {
  const [own, plain] = [percentile(ours, 0.95), percentile(bare, 0.95)];
  return `${name} p95 ${own.toFixed(0)} ms, bare p95 ${plain.toFixed(0)} ms, ratio ${ratioOf(ours, bare).toFixed(2)}`;
};

/** Median, and the two ends, for the lines before the figure. */
export const spread = (values: readonly number[]): string =>
  `n ${values.length}, min ${Math.min(...values).toFixed(0)}, p50 ${percentile(values, 0.5).toFixed(0)}, max ${Math.max(...values).toFixed(0)} ms`;

/** This machine's clock in milliseconds, with fractions: the same in Node and in a page. */
export const wallClock = (): number => performance.timeOrigin + performance.now();
