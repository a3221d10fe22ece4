// What LiveKit's client logs with, in the place of a library that keeps levels in the browser's storage: errors only.

const nothing = (): void => undefined;
const logger = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: console.error.bind(console),
  setDefaultLevel: nothing,
  setLevel: nothing,
  /** The number of the level "error". */
  getLevel: () => 4,
};

export const getLogger = () => logger;
