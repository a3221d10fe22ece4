/**
 * Waits until the person or the system asks us to end, ends everything in order, and leaves.
 * @param {() => Promise<void> | undefined} end
 * @returns {Promise<never>}
 */
export function untilAsked(end) {
  return new Promise(() => {
    let asked = false;
    const stop = async () => {
      if (asked) return;
      asked = true;
      console.log('Ending.');
      await end();
      process.exit(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  });
}
