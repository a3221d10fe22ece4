import type { ComponentProps } from 'react';
import css from './Button.module.css';

export type ButtonLook = 'main' | 'bare' | 'end' | 'lamp';

type Props = ComponentProps<'button'> & {
  readonly look?: ButtonLook;
  readonly size?: 'big' | 'small';
};

export function Button({ look, size, className, type = 'button', ...rest }: Props) {
  const classes = [css.button, look && css[look], size && css[size], className].filter(Boolean).join(' ');
  return <button type={type} className={classes} {...rest} />;
}
