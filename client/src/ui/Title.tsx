import type { ComponentProps } from 'react';
import css from './Title.module.css';

/** What a page calls itself; the focus is led there by `data-title`. */
export function Title(props: ComponentProps<'h2'>) {
  return <h2 className={css.title} data-title="" {...props} />;
}
