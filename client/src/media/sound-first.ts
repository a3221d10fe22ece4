/** Pictures wait for sound no longer than this after coming in, in ms. */
const PATIENCE = 1_500;

/** Of the voices that may be heard, how many are sent, and how many have arrived. */
export type Voices = { readonly sent: number; readonly here: number };

/**
 * Coming in, sound goes first: pictures on the way would keep it waiting on a thin line or a slow device.
 * @param voices asked whenever something may have changed
 * @param speaks whether the own voice is on its way out, or need not be
 * @param open called once, when pictures may follow
 */
export const makeSoundFirst = (voices: () => Voices, speaks: () => boolean, open: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pictures = false;
  const end = (): void => {
    clearTimeout(timer);
    if (pictures) return;
    pictures = true;
    open();
  };
  return {
    /** Whether pictures may be sent and fetched. */
    pictures: () => pictures,
    /** Comes in anew: sound first again. */
    begin: (): void => {
      clearTimeout(timer);
      pictures = false;
      timer = setTimeout(end, PATIENCE);
    },
    look: (): void => {
      const { sent, here } = voices();
      if (sent === here && speaks()) end();
    },
    stop: () => clearTimeout(timer),
  };
};
