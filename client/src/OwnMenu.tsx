import { useState } from 'react';
import { DeviceDialog } from './devices/DeviceDialog.tsx';
import { ContactDialog } from './features/voice/ContactDialog.tsx';
import { PeopleHere } from './features/site/PeopleHere.tsx';
import type { MenuProps } from './features/voice/More.tsx';
import { MoreMenu } from './features/voice/MoreMenu.tsx';

/** What stands behind "More", and what is chosen there in its place. */
export function OwnMenu(props: MenuProps) {
  const [asked, setAsked] = useState<'devices' | 'people' | 'contact' | null>(null);
  const { view, run, onClose } = props;
  if (asked === 'devices') return <DeviceDialog view={view} onClose={onClose} />;
  if (asked === 'people') return <PeopleHere view={view} run={run} onClose={onClose} />;
  if (asked === 'contact') return <ContactDialog onClose={onClose} />;
  return <MoreMenu {...props} onAsk={setAsked} />;
}
