import type { CSSProperties } from 'react';
import css from './Strip.module.css';

export type StripLook = 'settle' | 'tell' | 'all' | 'back' | 'pause';
type Part = { readonly id: string; readonly mark: StripLook; readonly minutes: number };

/** Minutes as the style sheet reads them. */
export const minuteStyle = (minutes: number): CSSProperties => ({ '--m': minutes }) as CSSProperties;

/** The shape of one stretch: shape doubles colour. */
export function StripMark({ mark, minutes }: { readonly mark: StripLook; readonly minutes?: number }) {
  return (
    <i
      className={css[mark]}
      data-mark={mark}
      style={minutes === undefined ? undefined : minuteStyle(minutes)}
    />
  );
}

/** Minutes to scale. For whoever listens the words beside it say the same. */
export function Strip({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <span className={css.strip} aria-hidden="true">
      {parts.map(({ id, mark, minutes }) => (
        <StripMark key={id} mark={mark} minutes={minutes} />
      ))}
    </span>
  );
}
