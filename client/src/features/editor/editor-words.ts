// What the editor says of a step, of the evening and of what is wrong.

import type { FileRefusal } from '@tele-balint/shared/protocol/course-file';
import { FAULTS, type Fault } from '@tele-balint/shared/protocol/faults';
import type { WholeEvening } from '@tele-balint/shared/protocol/steps';
import { t } from '../../text/editor-text.ts';
import type { EditorRow } from './editor-model.ts';

/** What a step is called: by its leaders, or by the name of its kind. */
export const nameOf = ({ title, kind }: Pick<EditorRow, 'title' | 'kind'>): string =>
  title ?? t(`phase.${kind}`);

export const faultWords = (fault: Fault): string => t(`fault.${fault}`);

/** How long the group waits for a presenter whose line broke. */
export const waitWords = (seconds: number): string =>
  t('editor.waitFor', { seconds: String(seconds), minutes: Math.round(seconds / 60) });

export const stayWords = ({ leavingMinutes }: Pick<WholeEvening, 'leavingMinutes'>): string =>
  leavingMinutes === null ? t('editor.noStay') : t('editor.stay', { minutes: leavingMinutes });

const isFault = (reason: FileRefusal['reason']): reason is Fault => FAULTS.some((fault) => fault === reason);

/** Why a file was refused, and where. */
export const refusalWords = ({ row, field, reason }: FileRefusal): string => {
  const said = isFault(reason) ? faultWords(reason) : t(`file.${reason}`);
  const where = { has: field === null ? 'no' : 'yes', field: field ?? '', reason: said };
  return row === null ? t('file.whole', where) : t('file.row', { ...where, row });
};
