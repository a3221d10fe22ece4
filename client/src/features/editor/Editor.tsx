import { useEffect, useRef, useState } from 'react';
import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import type { StepId } from '@tele-balint/shared/vocabulary';
import { t } from '../../text/editor-text.ts';
import { Begin } from './Begin.tsx';
import { tableOf } from './editor-model.ts';
import { renamed } from './edits.ts';
import { Files } from './Files.tsx';
import { Foot } from './Foot.tsx';
import { Hour } from './Hour.tsx';
import { Paper } from './Paper.tsx';
import { StepTable } from './StepTable.tsx';
import { takesBack } from './take-back.ts';
import { TypedName } from './Typed.tsx';
import { useEditing } from './use-editing.ts';
import { Whole } from './Whole.tsx';
import prose from '../../ui/prose.module.css';
import css from './Editor.module.css';

export type EditorProps = {
  readonly course: NamedCourse;
  /** Milliseconds since 1970; `null` = no day is set. */
  readonly beginsAt: number | null;
  readonly onUse: (course: NamedCourse) => void;
  readonly onBack: () => void;
};

/** A course that a leader changes by hand before the session is opened. */
export function Editor({ course: given, beginsAt, onUse, onBack }: EditorProps) {
  const { course, changed, change, undo } = useEditing(given);
  const [on, setOn] = useState<StepId | null>(null);
  const main = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const table = tableOf(course);

  // It takes the place of another page, and comes later: its name is read, and the next Tab begins here.
  useEffect(() => heading.current?.focus(), []);

  const lookAt = (id: StepId) => {
    setOn(id);
    main.current?.querySelector<HTMLElement>(`[data-step="${id}"] input`)?.focus();
  };
  const use = () => {
    const [first] = table.wrong;
    if (first !== undefined) lookAt(first);
    else if (table.works) onUse(course);
  };
  return (
    <main ref={main} className={css.editor} onKeyDown={takesBack(undo)}>
      <div className={css.page}>
        <header className={css.head}>
          <h2 ref={heading} className={prose.visuallyHidden} tabIndex={-1}>
            {t('editor.title')}
          </h2>
          <TypedName
            className={css.name}
            label={t('editor.name')}
            value={course.name}
            placeholder={t('editor.name')}
            onSay={(text) => change(renamed(text), 'name')}
          />
          <Begin
            protects={table.protectsStory}
            onBegin={(protocol) => change((before) => ({ ...before, protocol }))}
          />
          <Files course={course} onLoaded={(loaded) => change(() => loaded)} />
        </header>
        <Hour table={table} on={on} beginsAt={beginsAt} />
        <StepTable table={table} on={on} beginsAt={beginsAt} change={change} onFocus={setOn} />
        <Whole evening={course.protocol} protects={table.protectsStory} change={change} />
      </div>
      <Foot
        table={table}
        beginsAt={beginsAt}
        changed={changed}
        onLookAt={lookAt}
        onUndo={undo}
        onBack={onBack}
        onUse={use}
      />
      <Paper course={course} table={table} beginsAt={beginsAt} />
    </main>
  );
}
