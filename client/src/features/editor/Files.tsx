import { useState } from 'react';
import { type FileRefusal, type NamedCourse, readCourse } from '@tele-balint/shared/protocol/course-file';
import { t } from '../../text/editor-text.ts';
import { Button } from '../../ui/Button.tsx';
import { FileButton } from '../../ui/table/FileButton.tsx';
import { TableIcon } from '../../ui/table/TableIcon.tsx';
import { saveCourse } from './course-files.ts';
import { Refused } from './Refused.tsx';
import layout from '../../ui/layout.module.css';
import css from './Files.module.css';

type Props = { readonly course: NamedCourse; readonly onLoaded: (course: NamedCourse) => void };

/** A course from a file and as a file. One that is refused changes nothing, and says why and where. */
export function Files({ course, onLoaded }: Props) {
  const [refusals, setRefusals] = useState<readonly FileRefusal[]>([]);
  const load = async (file: File) => {
    const answer = readCourse(await file.text());
    setRefusals(answer.ok ? [] : answer.refusals);
    if (answer.ok) onLoaded({ name: answer.name, protocol: answer.protocol });
  };
  return (
    <>
      <span className={`${layout.row} ${css.files}`}>
        <FileButton label={t('editor.open')} icon="file-up" accept=".json,application/json" onFile={load} />
        <Button size="small" onClick={() => saveCourse(course)}>
          <TableIcon name="file" />
          {t('editor.save')}
        </Button>
        <Button size="small" onClick={() => print()}>
          <TableIcon name="print" />
          {t('editor.print')}
        </Button>
      </span>
      {refusals.length === 0 ? null : (
        <div className={css.refused}>
          <Refused refusals={refusals} />
        </div>
      )}
    </>
  );
}
