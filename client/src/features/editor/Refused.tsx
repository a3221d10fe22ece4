import type { FileRefusal } from '@tele-balint/shared/protocol/course-file';
import { t } from '../../text/editor-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import { refusalWords } from './editor-words.ts';

/** More reasons than anybody reads at once. */
const SHOWN = 8;

/** Why a file cannot be used, each reason with the row that it stands in. */
export function Refused({ refusals }: { readonly refusals: readonly FileRefusal[] }) {
  return (
    <Notice look="brick" icon="alert" role="alert">
      <p>{t('file.refused')}</p>
      <ul>
        {refusals.slice(0, SHOWN).map((refusal) => (
          <li key={`${refusal.row} ${refusal.field} ${refusal.reason}`}>{refusalWords(refusal)}</li>
        ))}
      </ul>
    </Notice>
  );
}
