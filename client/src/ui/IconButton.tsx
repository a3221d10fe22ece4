import type { ComponentProps } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import css from './IconButton.module.css';

type Props = Omit<ComponentProps<'button'>, 'children' | 'type' | 'className'> & {
  readonly icon: IconName;
  /** What it does, with the name of what it does it to. */
  readonly label: string;
};

/** A small button that is a sign alone. */
export function IconButton({ icon, label, ...rest }: Props) {
  return (
    <button type="button" className={css.button} aria-label={label} title={label} {...rest}>
      <Icon name={icon} small />
    </button>
  );
}
