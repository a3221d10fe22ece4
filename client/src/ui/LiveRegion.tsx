type Props = { readonly said: string; readonly urgent?: boolean };

/** What is spoken and not shown. It must stand from the start: a region that comes with its text is not read. */
export function LiveRegion({ said, urgent = false }: Props) {
  return (
    <p className="vh" role={urgent ? 'alert' : 'status'} aria-live={urgent ? 'assertive' : 'polite'}>
      {said}
    </p>
  );
}
