import { t } from '../../text/start-text.ts';
import { type Fault, MOST_MEMBERS } from './start-model.ts';

/** What is wrong with a field, in words; `null` where nothing is. */
export const faultText = (fault: Fault | undefined): string | null => {
  if (!fault) return null;
  switch (fault.field) {
    case 'day':
    case 'time':
      return fault.kind === 'date' ? t('refusal.bad-date') : t(`when.missing.${fault.field}`);
    case 'organiserKey':
      return t('start.faultKey');
    default:
      break;
  }
  if (fault.kind === 'many') return t('start.faultMany', { most: MOST_MEMBERS });
  if (fault.kind === 'crowd') return t('start.faultCrowd', { name: fault.name });
  if (fault.kind === 'missing') return t('start.faultName');
  return fault.field === 'group' ? t('start.faultGroupLong') : t('start.faultNameLong', { name: fault.name });
};
