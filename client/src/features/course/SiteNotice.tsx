import type { RoomView } from '@tele-balint/shared/view/view';
import { mySite } from '../../state/site.ts';
import { chairGoesBack } from '../../state/steps.ts';
import { t } from '../../text/text.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Those who share a camera with a presenter read beforehand that their microphone will rest with them, or that it will not. */
export function SiteNotice({ view }: { readonly view: RoomView }) {
  const mine = mySite(view);
  if (mine === null || !chairGoesBack(view)) return null;
  return (
    <Notice look="lamp" icon="head">
      {t(view.course.apart ? 'site.beforeApart' : 'site.before', mine)}
    </Notice>
  );
}
