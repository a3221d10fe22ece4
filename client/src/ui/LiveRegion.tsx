import prose from './prose.module.css';
type Props = {
  readonly said: readonly { readonly n: number; readonly text: string }[];
  readonly urgent?: boolean;
};

/**
 * What is spoken and not shown. It must stand from the start: a region that comes with its text is not read.
 * Each sentence is an element of its own: an equal one that comes later is read again, and alone.
 */
export function LiveRegion({ said, urgent = false }: Props) {
  return (
    <p
      className={prose.visuallyHidden}
      role={urgent ? 'alert' : 'status'}
      aria-live={urgent ? 'assertive' : 'polite'}
      aria-atomic="false"
    >
      {said.map(({ n, text }) => (
        <span key={n}>{`${text} `}</span>
      ))}
    </p>
  );
}
