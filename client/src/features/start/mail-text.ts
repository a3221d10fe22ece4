import { t } from '../../text/start-text.ts';

/** What a leader pastes into a mail to the group. */
export const mailText = (group: string, openLink: string): string =>
  [
    group.trim() === '' ? t('made.mailNoGroup') : t('made.mailGroup', { group: group.trim() }),
    `${t('made.mailLink')}\n${openLink}`,
    t('made.mailBody'),
  ].join('\n\n');
