// What the figure of each bench must not exceed. BENCHMARKS.md tells the same numbers.

const AIMS = {
  silence: { 'p95 in ms': 60, 'ratio to the bare one': 1.3 },
  voice: { 'ratio to the bare one': 1.2 },
  size: { "members' room in kB": 275, "leaders' room in kB": 290, 'font in kB': 30 },
  recovery: { 'media server in ms': 2_000, 'our server in ms': 3_000, lost: 0, doubled: 0 },
  sealing: { 'rekey gaps': 0, 'leave p99 in ms': 1_000, 'join later in ms': 250, 'cpu ratio': 1.5 },
  clocks: { 'ms apart': 100 },
  door: { 'p99 in ms': 50, 'disk in kB': 1_000, 'MB in the last quarter': 10 },
  evening: { 'disk in kB': 10_000, 'start later in ms': 5_000 },
  crowd: {
    'current in ms': 5_000,
    'ready in ms': 5_000,
    'longest wait in ms': 1_000,
    'longest wait of newcomers in ms': 1_000,
  },
  rooms: { 'p99 in ms': 20, 'cpu a command in ms': 4, 'kB a socket': 60, 'cpu a join in ms': 4 },
  courses: { mismatches: 0, 'courses short of 12': 0 },
  drops: { 'heard in ms': 0, 'back p95 in ms': 3_000 },
  model: { faults: 0, 'runs short of 10000': 0 },
  soak: { 'rounds wrong': 0 },
} as const;

type Bench = keyof typeof AIMS;
type Figures<B extends Bench> = Readonly<Record<keyof (typeof AIMS)[B], number>>;

/** A plain sentence for each figure that is above its aim, or is no number at all. */
export const missesOf = <B extends Bench>(bench: B, figures: Figures<B>): readonly string[] =>
  Object.entries<number>(AIMS[bench]).flatMap(([name, aim]) => {
    const figure = (figures as Readonly<Record<string, number>>)[name] ?? Number.NaN;
    if (figure <= aim) return [];
    return [`${bench}: ${name} is ${Number(figure.toFixed(2))}, and should be at most ${aim}.`];
  });

/** Says what is above its aim and lets the program end with 1. */
export const judge = <B extends Bench>(bench: B, figures: Figures<B>): void => {
  const misses = missesOf(bench, figures);
  for (const miss of misses) console.error(miss);
  if (misses.length > 0) process.exitCode = 1;
};
