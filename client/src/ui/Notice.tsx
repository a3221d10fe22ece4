import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import layout from './layout.module.css';
import css from './Notice.module.css';
import { useRank } from './notice-stack.ts';

type Props = {
  readonly look?: 'pine' | 'lamp' | 'brick';
  readonly icon?: IconName;
  /** `alert` is spoken at once, `status` when there is a pause. */
  readonly role?: 'alert' | 'status';
  readonly actions?: ReactNode;
  /** Somebody calls, or nothing is heard without it: among others it always stands whole. */
  readonly calls?: boolean;
  readonly children: ReactNode;
};

export function Notice({ look, icon = 'info', role, actions, calls = false, children }: Props) {
  const rank = useRank(calls);
  return (
    <div className={look ? `${css.notice} ${css[look]}` : css.notice} role={role} data-rank={rank}>
      <Icon name={icon} />
      <div>{children}</div>
      {actions ? <div className={`${layout.row} ${css.actions}`}>{actions}</div> : null}
    </div>
  );
}
