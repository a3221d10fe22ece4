/** Milliseconds in which two taps, or two presses of a key, are one press. */
export const DOUBLE = 500;

/** Tells of each press, by its name and instant in ms, whether it is the second one of a hurried hand. */
export const makeRepeats = () => {
  const last = new Map<string, number>();
  return (name: string, at: number): boolean => {
    const before = last.get(name);
    // A third press belongs to the second one.
    last.set(name, at);
    return before !== undefined && at - before < DOUBLE;
  };
};
