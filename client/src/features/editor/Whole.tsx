import { useId } from 'react';
import type { WholeEvening } from '@tele-balint/shared/protocol/steps';
import { t } from '../../text/editor-text.ts';
import { waitWords, stayWords } from './editor-words.ts';
import { withEvening, withStoryProtected } from './edits.ts';
import type { Change } from './use-editing.ts';
import form from '../../ui/form.module.css';
import prose from '../../ui/prose.module.css';
import css from './Whole.module.css';

/** Seconds. */
const WAITS = [0, 30, 60, 120, 180, 300, 600];
/** Minutes. */
const STAYS = [null, 5, 10, 15, 20, 30];

type TickProps = {
  readonly on: boolean;
  readonly words: string;
  readonly hint: string;
  readonly onTick: (on: boolean) => void;
};

function Tick({ on, words, hint, onTick }: TickProps) {
  return (
    <label className={`${form.check} ${css.tick}`}>
      <input type="checkbox" checked={on} onChange={({ target }) => onTick(target.checked)} />
      <span>
        <b>{words}</b> <span className={prose.hint}>{hint}</span>
      </span>
    </label>
  );
}

type PickProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onPick: (value: string) => void;
};

function Pick({ label, value, options, onPick }: PickProps) {
  const id = useId();
  return (
    <p className={form.field}>
      <label htmlFor={id}>{label}</label>
      <select className={form.input} id={id} value={value} onChange={({ target }) => onPick(target.value)}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}

type Props = { readonly evening: WholeEvening; readonly protects: boolean; readonly change: Change };

/** With what is chosen, also where it came from a file and is none of these. */
const having = <T,>(list: readonly T[], value: T): readonly T[] =>
  list.includes(value) ? list : [...list, value];

/** What holds at every step. */
export function Whole({ evening, protects, change }: Props) {
  const { reentry, outerRing, presenterWait, leavingMinutes, debrief } = evening;
  return (
    <aside className={css.whole} aria-label={t('editor.whole')}>
      <h3>{t('editor.whole')}</h3>
      <Tick
        on={protects}
        words={t('editor.protect')}
        hint={t('editor.protectHint')}
        onTick={(on) => change(withStoryProtected(on))}
      />
      <Tick
        on={outerRing}
        words={t('editor.ring')}
        hint={t('editor.ringHint')}
        onTick={(on) => change(withEvening({ outerRing: on }))}
      />
      <Pick
        label={t('editor.reentry')}
        value={reentry}
        options={[
          ['leaders', t('editor.reentry.leaders')],
          ['presenter', t('editor.reentry.presenter')],
        ]}
        onPick={(value) => change(withEvening({ reentry: value === 'presenter' ? 'presenter' : 'leaders' }))}
      />
      <Pick
        label={t('editor.wait')}
        value={String(presenterWait)}
        options={having(WAITS, presenterWait).map((seconds) => [String(seconds), waitWords(seconds)])}
        onPick={(value) => change(withEvening({ presenterWait: Number(value) }))}
      />
      <Pick
        label={t('editor.after')}
        value={String(leavingMinutes ?? '')}
        options={having(STAYS, leavingMinutes).map((minutes) => [
          String(minutes ?? ''),
          stayWords({ leavingMinutes: minutes }),
        ])}
        onPick={(value) => change(withEvening({ leavingMinutes: value === '' ? null : Number(value) }))}
      />
      <Tick
        on={debrief}
        words={t('editor.debrief')}
        hint={t('editor.debriefHint')}
        onTick={(on) => change(withEvening({ debrief: on }))}
      />
    </aside>
  );
}
