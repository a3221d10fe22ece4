import { t } from '../../text/editor-text.ts';
import type { PresenterSaid } from './edits.ts';
import css from './Said.module.css';

type Props<S extends PresenterSaid> = {
  readonly label: string;
  readonly value: S;
  readonly choices: readonly S[];
  readonly onSay: (said: S) => void;
};

/** Who may speak: a full dot, a half one, a ring, or a square for a chair that is moved back. */
export function Said<S extends PresenterSaid>({ label, value, choices, onSay }: Props<S>) {
  return (
    <span className={css.said} data-said={value}>
      <select
        className={css.choice}
        aria-label={label}
        value={value}
        onChange={({ target }) => {
          const said = choices.find((one) => one === target.value);
          if (said !== undefined) onSay(said);
        }}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {t(`editor.said.${one}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
