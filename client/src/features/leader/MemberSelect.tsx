import { useId } from 'react';
import type { PlaceView } from '@tele-balint/shared/view/place';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import { t } from '../../text/leader-text.ts';
import form from '../../ui/form.module.css';

type Props = {
  readonly label: string;
  readonly aside?: string;
  readonly members: readonly PlaceView[];
  readonly value: SeatId | null;
  readonly onChange: (seat: SeatId | null) => void;
};

/** One of the members, or nobody. */
export function MemberSelect({ label, aside, members, value, onChange }: Props) {
  const id = useId();
  return (
    <p className={form.field}>
      <label htmlFor={id}>
        {label} {aside === undefined ? null : <span className={form.aside}>{aside}</span>}
      </label>
      <select
        className={form.input}
        id={id}
        value={value ?? ''}
        onChange={(event) => onChange((event.target.value || null) as SeatId | null)}
      >
        <option value="">{t('leader.nobody')}</option>
        {members.map(({ seat, name }) => (
          <option key={seat} value={seat}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
