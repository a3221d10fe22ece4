import { useId, useState } from 'react';
import type { PlaceView } from '@tele-balint/shared/view/place';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import form from '../../ui/form.module.css';
import layout from '../../ui/layout.module.css';

type Props = {
  readonly label: string;
  readonly aside?: string;
  readonly members: readonly PlaceView[];
  /** What somebody of this name is asked, in full: there may be more than one such button. */
  readonly words: (name: string) => string;
  readonly onAsk: (seat: SeatId) => void;
};

/** One of the members is chosen, and asked by a press of its own: an arrow key that goes through a closed list must ask nobody. */
export function AskMember({ label, aside, members, words, onAsk }: Props) {
  const id = useId();
  const [picked, pick] = useState<SeatId | null>(null);
  const chosen = members.find(({ seat }) => seat === picked) ?? null;
  return (
    <>
      <p className={form.field}>
        <label htmlFor={id}>
          {label} {aside === undefined ? null : <span className={form.aside}>{aside}</span>}
        </label>
        <select
          className={form.input}
          id={id}
          value={chosen?.seat ?? ''}
          onChange={(event) => pick((event.target.value || null) as SeatId | null)}
        >
          <option value="">{t('leader.nobody')}</option>
          {members.map(({ seat, name }) => (
            <option key={seat} value={seat}>
              {name}
            </option>
          ))}
        </select>
      </p>
      {chosen === null ? null : (
        <div className={layout.row}>
          <Button size="small" aria-label={words(chosen.name)} onClick={() => onAsk(chosen.seat)}>
            {t('leader.askMember')}
          </Button>
        </div>
      )}
    </>
  );
}
