import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import css from './Unfold.module.css';

type Props = {
  readonly icon?: IconName;
  readonly title: ReactNode;
  /** Whether it is open at first. */
  readonly open?: boolean;
  readonly children: ReactNode;
};

/** One line that opens. */
export function Unfold({ icon, title, open, children }: Props) {
  return (
    <details className={css.unfold} open={open}>
      <summary>
        {icon === undefined ? null : <Icon name={icon} />}
        <span>{title}</span>
        <span className={css.way}>
          <Icon name="next" small />
        </span>
      </summary>
      {children}
    </details>
  );
}
