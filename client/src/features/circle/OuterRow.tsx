import { Children, type ReactNode } from 'react';
import { t } from '../../text/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import css from './OuterRow.module.css';

/** The outer ring where it has no room of its own: one row that scrolls sideways, and says so. */
export function OuterRow({ children }: { readonly children: ReactNode }) {
  const words = t('circle.outerRow', { count: Children.count(children) });
  return (
    <li className={css.row}>
      <span className={css.says} aria-hidden="true">
        {words} <Icon name="next" small />
      </span>
      {/* Keys scroll it too. */}
      <ol aria-label={words} tabIndex={0}>
        {children}
      </ol>
    </li>
  );
}
