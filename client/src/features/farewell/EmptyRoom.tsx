import css from './EmptyRoom.module.css';

/** Half the circle, the other half is its mirror image: how far from the middle, how far down, how large. */
const CHAIRS = [
  [0, 83, 1.98, 'front'],
  [119.6, 111.5, 2.06, 'front'],
  [183.2, 183.8, 2.28, 'front'],
  [161.1, 266, 2.54, 'back'],
  [63.6, 319.6, 2.7, 'back'],
] as const;
const MIDDLE = 240;

const placed = CHAIRS.flatMap(([away, y, size, side]) =>
  (away === 0 ? [0] : [-away, away]).map((dx) => ({ x: MIDDLE + dx, y, size, side })),
);

/** A chair from its front; from behind, its back hides the seat. */
function Chair({ x, y, size, side }: (typeof placed)[number]) {
  return (
    <g className={css[side]} transform={`translate(${x} ${y}) scale(${size})`}>
      <path d="M-8 9V14M8 9V14" strokeLinecap="round" />
      {side === 'front' ? (
        <>
          <rect x="-8.5" y="-13" width="17" height="17" rx="5.5" />
          <rect x="-10" y="1" width="20" height="8.5" rx="3.2" />
        </>
      ) : null}
      <rect x="-12.5" y="-4" width="5.2" height="12" rx="2.6" />
      <rect x="7.3" y="-4" width="5.2" height="12" rx="2.6" />
      {side === 'back' ? <rect x="-9.5" y="-13" width="19" height="21" rx="6" /> : null}
    </g>
  );
}

/** The room once all have gone, in the light of the evening. Decoration: it tells of nobody. */
export function EmptyRoom() {
  return (
    <svg className={css.room} viewBox="0 0 480 400" aria-hidden="true">
      <ellipse className={css.rug} cx={MIDDLE} cy="219" rx="118" ry="66" />
      <ellipse className={css.light} cx={MIDDLE} cy="219" rx="108" ry="58" />
      {placed.map((chair) => (
        <Chair key={`${chair.x} ${chair.y}`} {...chair} />
      ))}
    </svg>
  );
}
