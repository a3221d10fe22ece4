import { useEffect, useState } from 'react';
import { t } from '../text/text.ts';
import { meter } from './level.ts';
import bars from '../ui/bars.module.css';
import css from './Level.module.css';

const STEPS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;

/** How loud this microphone is. */
export function Level({ stream }: { readonly stream: MediaStream | null }) {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    const { watch, stop } = meter(setLevel);
    watch(stream?.getAudioTracks()[0] ?? null);
    return stop;
  }, [stream]);
  return (
    <span
      className={`${bars.bars} ${css.level}`}
      role="meter"
      aria-label={t('lobby.level')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={level}
    >
      {STEPS.map((step) => (
        <b key={step} data-on={level > (step * 100) / STEPS.length ? '' : undefined} />
      ))}
    </span>
  );
}
