import type { ReactNode } from 'react';
import { Mark } from './Mark.tsx';
import css from './PageBar.module.css';

/** The bar of a page outside the circle. */
export function PageBar({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <header className={css.bar}>
      <div className={css.mark}>
        <Mark />
        <h1>{title}</h1>
      </div>
      {children ? <div className={css.facts}>{children}</div> : null}
    </header>
  );
}
