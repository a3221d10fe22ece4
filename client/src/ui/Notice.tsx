import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

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
    <div className={look ? `note note--${look}` : 'note'} role={role}>
      <Icon name={icon} />
      <div>{children}</div>
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
