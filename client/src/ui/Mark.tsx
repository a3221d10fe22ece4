import css from './Mark.module.css';
const CHAIRS = [
  [10.9, 1.3],
  [17.07, 3.55],
  [19.21, 15.7],
  [14.18, 19.92],
  [7.62, 19.92],
  [2.59, 15.7],
  [1.45, 9.23],
  [4.73, 3.55],
] as const;

/** The ring of chairs beside the title; one chair stands a little back. */
export function Mark() {
  return (
    <svg className={css.ring} viewBox="0 0 26 26" aria-hidden="true" fill="currentColor">
      {CHAIRS.map(([x, y]) => (
        <rect key={`${x} ${y}`} x={x} y={y} width="4.2" height="4.2" rx="1.2" />
      ))}
      <rect x="21.6" y="9.2" width="4.2" height="4.2" rx="1.2" opacity=".55" />
    </svg>
  );
}
