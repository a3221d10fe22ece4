import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { LeaderView } from '@tele-balint/shared/view/leader';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { StepId } from '@tele-balint/shared/vocabulary';
import type { Run } from '../../connection/use-command.ts';
import { nameOf as nameOfPerson } from '../../state/places.ts';
import { stripOf } from '../../state/strip.ts';
import { t } from '../../text/editor-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Strip } from '../../ui/table/Strip.tsx';
import {
  aheadFrom,
  courseOf,
  editCommand,
  isTooMuch,
  keeping,
  keptIn,
  onTopOf,
  protectsAhead,
} from './ahead-model.ts';
import { tableOf } from './editor-model.ts';
import { faultWords, nameOf } from './editor-words.ts';
import { StepTable } from './StepTable.tsx';
import { takesBack } from './take-back.ts';
import { type Change, useEditing } from './use-editing.ts';
import { Whole } from './Whole.tsx';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './Ahead.module.css';

export type AheadProps = {
  readonly view: RoomView;
  readonly leader: LeaderView;
  /** The server's clock now, in milliseconds. */
  readonly now: number;
  readonly run: Run;
  readonly onClose: () => void;
};

/** The steps still to come, changed while the evening goes on; nothing holds before it is taken over as a whole. */
export function Ahead({ view, leader, now, run, onClose }: AheadProps) {
  const room = courseOf(view, leader);
  const kept = keptIn(view);
  const [from] = useState(leader.plan.edition);
  const editing = useEditing(room);
  const [on, setOn] = useState<StepId | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const course = onTopOf(room, kept, editing.course);
  const change: Change = (edit, field) =>
    editing.change((before) => keeping(kept, edit)(onTopOf(room, kept, before)), field);
  const table = tableOf(course);
  const ahead = table.rows.slice(kept);
  const beginsAt = aheadFrom(view, leader, ahead[0]?.from ?? table.minutes, now);
  const command = editCommand(view, leader, course);
  const { edited, edition } = leader.plan;
  const old = edition !== from;
  const tooMuch = isTooMuch(command);
  const first = table.rows.find(({ id }) => id === table.wrong[0]);

  const lookAt = (id: StepId) => {
    setOn(id);
    const row = area.current?.querySelector<HTMLElement>(`[data-step="${id}"]`);
    (row?.querySelector<HTMLElement>('input') ?? row)?.focus();
  };
  const use = () => {
    if (first) lookAt(first.id);
    else if (table.works && !old && !tooMuch) void run(command).then((done) => done && onClose());
  };
  return (
    <div ref={area} className={css.ahead} onKeyDown={takesBack(editing.undo)}>
      <h4 ref={heading} tabIndex={-1}>
        {t('ahead.title')}
      </h4>
      <p className={prose.hint}>{t(view.session.begun ? 'ahead.hint' : 'ahead.hintBefore')}</p>
      {old ? (
        <Notice look="lamp" role="status">
          <p>{t('ahead.old', { name: edited ? nameOfPerson(view, edited.by) : '' })}</p>
        </Notice>
      ) : null}
      <span className={css.strip} style={{ '--all': table.minutes } as CSSProperties}>
        <Strip parts={stripOf(course.protocol.steps)} />
      </span>
      <StepTable table={table} on={on} beginsAt={beginsAt} kept={kept} change={change} onFocus={setOn} />
      <Whole evening={course.protocol} protects={protectsAhead(course, kept)} change={change} />
      <p className={`${prose.hint} ${prose.num}`} role="status">
        {t('ahead.total', { minutes: ahead.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) })}{' '}
        {table.faults.map((fault) => (
          <span key={fault}>{faultWords(fault)} </span>
        ))}
        {first ? (
          <>
            {t('editor.look', { count: table.wrong.length })}{' '}
            <button type="button" className={css.link} onClick={() => lookAt(first.id)}>
              {nameOf(first)}
            </button>
          </>
        ) : null}
        {tooMuch ? t('ahead.tooMuch') : null}
      </p>
      <div className={layout.row}>
        <Button look="main" size="small" onClick={use}>
          {t('ahead.use')}
        </Button>
        <Button size="small" data-counts="" aria-disabled={!editing.changed} onClick={editing.undo}>
          {t('editor.undo')}
        </Button>
        <Button size="small" look="bare" onClick={onClose}>
          {t('ahead.close')}
        </Button>
      </div>
    </div>
  );
}
