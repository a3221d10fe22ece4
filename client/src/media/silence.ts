/** So long a system may keep a device silent without a word, as while a headset changes hands, in ms. */
export const GRACE = 3_000;

const NEWS = ['mute', 'unmute', 'ended'] as const;

/**
 * Whether an own device gives nothing though nobody here closed it: its key, a switch or a call keeps it silent.
 * LiveKit then calls it closed to the others, and open to us.
 * @param onChange is to call `watch` with the track as it is then: LiveKit may have taken another one meanwhile
 */
export const watchSilence = (onChange: () => void) => {
  let watched: MediaStreamTrack | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silent = false;
  const gives = () => watched === null || (!watched.muted && watched.readyState === 'live');
  const begin = () => {
    clearTimeout(timer);
    timer = undefined;
    silent = false;
    if (gives()) return;
    timer = setTimeout(() => {
      silent = true;
      onChange();
    }, GRACE);
  };
  const news = () => {
    const was = silent;
    if (was && !gives()) return;
    begin();
    if (was) onChange();
  };
  return {
    watch: (track: MediaStreamTrack | null): void => {
      // A track that LiveKit stopped, and could not take up again, ends without a word.
      if (track === watched) return timer === undefined ? begin() : undefined;
      for (const event of NEWS) {
        watched?.removeEventListener(event, news);
        track?.addEventListener(event, news);
      }
      watched = track;
      begin();
    },
    silent: (): boolean => silent,
  };
};
