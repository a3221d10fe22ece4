import type { InvitationId } from '@tele-balint/shared/vocabulary';
import type { InvitationView } from '@tele-balint/shared/view/leader';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { discussion, NOW } from '../../../showcase/leader-view.ts';
import { LinkMaking } from './LinkMaking.tsx';

const invitation: InvitationView = {
  ...{ invitation: 'i' as InvitationId, kind: 'personal', role: 'member', name: 'Mei', state: 'fresh' },
  seat: null,
};
const view = { ...discussion, leader: { ...discussion.leader!, invitations: [invitation] } };
const shown = (bytes: string | null) =>
  renderToStaticMarkup(
    <LinkMaking
      view={view}
      leader={view.leader}
      now={NOW}
      run={() => Promise.resolve(true)}
      roomSecret={() => bytes}
    />,
  );

it('[ST24] whoever leads without the bytes takes links back, and reads how to make some', () => {
  const [with_, without] = [shown('r'.repeat(43)), shown(null)];
  for (const words of ['Make the link', 'Renew the link: Mei']) expect(with_).toContain(words);
  expect(with_).not.toContain('open your own link once more');
  expect(without).toContain('open your own link once more, in this tab');
  expect(without).not.toMatch(/Make the link|Renew the link: Mei/);
  for (const page of [with_, without]) expect(page).toContain('Take back the link: Mei');
});
