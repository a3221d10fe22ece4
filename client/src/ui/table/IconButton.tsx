import type { ComponentProps } from 'react';
import { TableIcon } from './TableIcon.tsx';
import type { TableIconName } from './table-icon-paths.ts';
import css from './IconButton.module.css';

type Props = Omit<ComponentProps<'button'>, 'children' | 'type' | 'className'> & {
  readonly icon: TableIconName;
  /** What it does, with the name of what it does it to. */
  readonly label: string;
};

/** A small button that is a sign alone. */
export function IconButton({ icon, label, ...rest }: Props) {
  return (
    <button type="button" className={css.button} aria-label={label} title={label} {...rest}>
      <TableIcon name={icon} />
    </button>
  );
}
