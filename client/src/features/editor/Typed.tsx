import { LONGEST_NAME } from '@tele-balint/shared/longest';
import { useState } from 'react';
import { cleanName } from '@tele-balint/shared/session/names';
import { minutesSaid } from './editor-model.ts';

type TitleProps = {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly className: string | undefined;
  readonly onSay: (text: string) => void;
};

/** A name that is typed in: what is kept has no space at its end, what is seen may have one until it goes on. */
export function TypedName({ label, value, placeholder, className, onSay }: TitleProps) {
  const [raw, setRaw] = useState(value);
  return (
    <input
      className={className}
      aria-label={label}
      value={cleanName(raw) === value ? raw : value}
      placeholder={placeholder}
      maxLength={LONGEST_NAME}
      onChange={({ target }) => {
        setRaw(target.value);
        onSay(target.value);
      }}
    />
  );
}

type MinutesProps = {
  readonly label: string;
  readonly value: number | null;
  readonly placeholder: string;
  readonly wrong: boolean;
  readonly onSay: (minutes: number | null) => void;
};

/** Minutes that are typed in; what is no number stays in the field and changes nothing. */
export function TypedMinutes({ label, value, placeholder, wrong, onSay }: MinutesProps) {
  const [raw, setRaw] = useState(value === null ? '' : String(value));
  const said = minutesSaid(raw);
  return (
    <input
      inputMode="numeric"
      aria-label={label}
      aria-invalid={wrong || said === undefined ? true : undefined}
      value={said === value || said === undefined ? raw : String(value ?? '')}
      placeholder={placeholder}
      onChange={({ target }) => {
        setRaw(target.value);
        const minutes = minutesSaid(target.value);
        if (minutes !== undefined) onSay(minutes);
      }}
      onBlur={() => setRaw(String(value ?? ''))}
    />
  );
}
