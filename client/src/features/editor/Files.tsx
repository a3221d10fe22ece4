import { useRef, useState } from 'react';
import { type FileRefusal, type NamedCourse, readCourse } from '@tele-balint/shared/protocol/course-file';
import { t } from '../../text/editor-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { refusalWords } from './editor-words.ts';
import { saveCourse } from './course-files.ts';
import layout from '../../ui/layout.module.css';
import css from './Files.module.css';

type Props = { readonly course: NamedCourse; readonly onLoaded: (course: NamedCourse) => void };

/** More reasons than anybody reads at once. */
const SHOWN = 8;

/** A course from a file and as a file. One that is refused changes nothing, and says why and where. */
export function Files({ course, onLoaded }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [refusals, setRefusals] = useState<readonly FileRefusal[]>([]);
  const load = async (file: File) => {
    const answer = readCourse(await file.text());
    setRefusals(answer.ok ? [] : answer.refusals);
    if (answer.ok) onLoaded({ name: answer.name, protocol: answer.protocol });
  };
  return (
    <>
      <span className={`${layout.row} ${css.files}`}>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            // The same file can be chosen again after it was mended.
            if (file) void load(file).finally(() => (target.value = ''));
          }}
        />
        <Button size="small" onClick={() => input.current?.click()}>
          <Icon name="file-up" small />
          {t('editor.open')}
        </Button>
        <Button size="small" onClick={() => saveCourse(course)}>
          <Icon name="file" small />
          {t('editor.save')}
        </Button>
        <Button size="small" onClick={() => print()}>
          <Icon name="print" small />
          {t('editor.print')}
        </Button>
      </span>
      {refusals.length === 0 ? null : (
        <div className={css.refused}>
          <Notice look="brick" icon="alert" role="alert">
            <p>{t('file.refused')}</p>
            <ul>
              {refusals.slice(0, SHOWN).map((refusal) => (
                <li key={`${refusal.row} ${refusal.field} ${refusal.reason}`}>{refusalWords(refusal)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
    </>
  );
}
