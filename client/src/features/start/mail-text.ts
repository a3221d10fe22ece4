import { t } from '../../text/start-text.ts';
import { type Draft, type PlannedLink, protocolIn } from './start-model.ts';
import { endsAtOf, startsAtOf, whenSaid } from './when-model.ts';

type Evening = Pick<Draft, 'group' | 'when' | 'preset' | 'course' | 'protectStory'>;

const saidOf = (draft: Evening) => {
  const startsAt = startsAtOf(draft.when);
  return startsAt === null
    ? null
    : whenSaid(startsAt, endsAtOf(startsAt, protocolIn(draft).steps), draft.when.otherZone);
};

const ABOUT_LINK = { open: 'made.mailLink', personal: 'made.mailOwn', leader: 'made.mailLeads' } as const;

/** What a leader mails with a link: whose evening it is, when, in one zone or two, and this link alone. */
export const mailText = (
  draft: Evening,
  { kind, people }: Pick<PlannedLink, 'kind' | 'people'>,
  address: string,
): string => {
  const said = saidOf(draft);
  const group = draft.group.trim();
  const dated = said === null ? 'no' : 'yes';
  const lines = said === null ? [] : [said.day, said.own, ...(said.other === null ? [] : [said.other])];
  return [
    [group === '' ? t('made.mailNoGroup', { dated }) : t('made.mailGroup', { group, dated }), ...lines].join(
      '\n',
    ),
    `${t(people ? 'made.mailSite' : ABOUT_LINK[kind])}\n${address}`,
    t('made.mailBody'),
  ].join('\n\n');
};

/** The same as an address that opens the leader's own mail program. */
export const mailTo = (
  draft: Evening,
  link: Pick<PlannedLink, 'kind' | 'people'>,
  address: string,
): string => {
  const said = saidOf(draft);
  const subject = t('made.subject', { has: said === null ? 'no' : 'yes', day: said?.day ?? '' });
  const body = mailText(draft, link, address).replaceAll('\n', '\r\n');
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
};
