// What the editor says of a step, of the evening and of what is wrong.

import type { FileRefusal } from '@tele-balint/shared/protocol/course-file';
import { FAULTS, type Fault } from '@tele-balint/shared/protocol/faults';
import type { WholeEvening } from '@tele-balint/shared/protocol/steps';
import { MINUTE } from '@tele-balint/shared/vocabulary';
import { LANGUAGE } from '../../text/make-text.ts';
import { t } from '../../text/editor-text.ts';
import type { EditorRow } from './editor-model.ts';

/** What a step is called: by its leaders, or by the name of its kind. */
export const nameOf = ({ title, kind }: Pick<EditorRow, 'title' | 'kind'>): string =>
  title ?? t(`phase.${kind}`);

const clock = new Intl.DateTimeFormat(LANGUAGE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/**
 * When something begins, in the reader's own zone.
 * @param beginsAt milliseconds since 1970; `null` = no day is set: then it is counted from the beginning, "0:35"
 */
export const clockAt = (beginsAt: number | null, minutes: number): string =>
  beginsAt === null
    ? `${Math.floor(minutes / 60)}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`
    : clock.format(beginsAt + minutes * MINUTE);

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
