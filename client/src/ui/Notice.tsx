import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import layout from './layout.module.css';
import css from './Notice.module.css';

type Props = {
  readonly look?: 'pine' | 'lamp' | 'brick';
  readonly icon?: IconName;
  /** `alert` is spoken at once, `status` when there is a pause. */
  readonly role?: 'alert' | 'status';
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

export function Notice({ look, icon = 'info', role, actions, children }: Props) {
  return (
    <div className={look ? `${css.notice} ${css[look]}` : css.notice} role={role}>
      <Icon name={icon} />
      <div>{children}</div>
      {actions ? <div className={`${layout.row} ${css.actions}`}>{actions}</div> : null}
    </div>
  );
}
