import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import form from './form.module.css';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  readonly label: ReactNode;
  /** Said beside the label in a quieter voice, such as "(optional)". */
  readonly aside?: string;
  /** What is wrong with the value, in words. */
  readonly fault?: string | null;
  /** Id of what else is said of it. */
  readonly hint?: string;
};

export function Field({ label, aside, fault, hint, ...input }: Props) {
  const id = useId();
  return (
    <p className={form.field}>
      <label htmlFor={id}>
        {label} {aside ? <span className={form.aside}>{aside}</span> : null}
      </label>
      <input
        className={form.input}
        id={id}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : hint}
        {...input}
      />
      {fault ? (
        <span className={form.fault} id={`${id}-fault`}>
          {fault}
        </span>
      ) : null}
    </p>
  );
}
