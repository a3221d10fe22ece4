import type { ComponentProps } from 'react';

export type ButtonLook = 'main' | 'bare' | 'end' | 'lamp' | 'need';

type Props = ComponentProps<'button'> & {
  readonly look?: ButtonLook;
  readonly size?: 'big' | 'small';
};

export function Button({ look, size, className, type = 'button', ...rest }: Props) {
  const classes = ['btn', look && `btn--${look}`, size && `btn--${size}`, className]
    .filter(Boolean)
    .join(' ');
  return <button type={type} className={classes} {...rest} />;
}
