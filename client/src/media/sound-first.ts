/** Pictures wait for sound no longer than this after coming in, in ms. */
const PATIENCE = 1_500;

/** Identities: whose voice may be heard, who sends one, and whose has arrived. */
export type Voices = {
  readonly may: readonly string[];
  readonly sent: readonly string[];
  readonly here: readonly string[];
};

/**
 * Coming in, sound goes first: pictures on the way would keep it waiting on a thin line or a slow device. Whoever was
 * heard before a break is waited for too, since after one everybody comes in at the same time.
 * @param voices asked whenever something may have changed
 * @param speaks whether the own voice is on its way out, or need not be
 * @param open called once for each coming in, when pictures may follow
 */
export const makeSoundFirst = (voices: () => Voices, speaks: () => boolean, open: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stage: 'outside' | 'sound' | 'all' = 'outside';
  const known = new Set<string>();
  const end = (): void => {
    clearTimeout(timer);
    stage = 'all';
    open();
  };
  const look = (): void => {
    if (stage === 'outside') return;
    const { may, sent, here } = voices();
    // Once all are here only who sends now is known: who has closed the microphone is not waited for after a break.
    if (stage === 'all') known.clear();
    for (const identity of sent) known.add(identity);
    if (stage === 'all') return;
    const complete = may.every((identity) => here.includes(identity) || !known.has(identity));
    if (complete && speaks()) end();
  };
  return {
    /** Whether pictures may be sent and fetched. */
    pictures: () => stage === 'all',
    /** Is not in the media server any more: the next time it is sound first again. */
    leave: (): void => {
      clearTimeout(timer);
      stage = 'outside';
    },
    /** Is in the media server; also called when it has been there all the time. */
    arrive: (): void => {
      if (stage !== 'outside') return;
      stage = 'sound';
      timer = setTimeout(end, PATIENCE);
      look();
    },
    look,
  };
};
