import { type ReactNode, useId } from 'react';
import { useModal } from './use-modal.ts';
import layout from './layout.module.css';
import css from './Dialog.module.css';

type Props = {
  readonly title: string;
  /** Escape, or whatever the browser counts as "away". */
  readonly onClose: () => void;
  readonly actions: ReactNode;
  readonly children?: ReactNode;
};

/** Stands as long as it is rendered. */
export function Dialog({ title, onClose, actions, children }: Props) {
  const ref = useModal();
  const heading = useId();
  return (
    <dialog
      ref={ref}
      className={css.dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={layout.stack}>
        <h2 id={heading}>{title}</h2>
        {children}
        <div className={layout.row}>{actions}</div>
      </div>
    </dialog>
  );
}
