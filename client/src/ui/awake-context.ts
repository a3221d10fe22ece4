const GESTURES = ['pointerdown', 'pointerup', 'keydown'] as const;

/**
 * An audio context that runs as soon as the browser lets it: at once, or with the first press of a key or a pointer.
 */
export const awakeContext = (): { readonly context: AudioContext; readonly close: () => void } => {
  const context = new AudioContext();
  const waiting = new AbortController();
  const awake = () => waiting.abort();
  // Without a gesture the promise is only kept waiting; it fails where the context is closed meanwhile.
  const wake = () => void context.resume().then(awake, awake);
  for (const gesture of GESTURES)
    addEventListener(gesture, wake, { signal: waiting.signal, capture: true, passive: true });
  wake();
  return {
    context,
    close: () => {
      waiting.abort();
      void context.close();
    },
  };
};
