import type { ReactNode } from 'react';
import { Mark } from './Mark.tsx';

/** The bar of a page outside the circle. */
export function PageBar({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <header className="bar">
      <div className="mark">
        <Mark />
        <h1>{title}</h1>
      </div>
      {children ? <div className="facts">{children}</div> : null}
    </header>
  );
}
