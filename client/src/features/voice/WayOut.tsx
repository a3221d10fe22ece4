import type { RoomView } from '@tele-balint/shared/view/view';
import { type ReactNode, useState } from 'react';
import { mySeat } from '../../state/places.ts';
import { hasEnded } from '../../state/staying.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LeaveQuestion } from './LeaveQuestion.tsx';

type Props = {
  readonly view: RoomView;
  readonly className: string | undefined;
  readonly onLeave: () => void;
  /** Another question than the usual one. */
  readonly children: ((onStay: () => void) => ReactNode) | null;
};

/** The way out, which asks once; after the end it is the goodbye, and asks nothing. */
export function WayOut({ view, className, onLeave, children }: Props) {
  const [asking, setAsking] = useState(false);
  const stay = () => setAsking(false);
  const ask = children ?? (() => <LeaveQuestion onStay={stay} onLeave={onLeave} />);
  const goodbye = hasEnded(view) && !mySeat(view).can.includes('endDebrief');
  return (
    <>
      <Button
        className={className}
        {...(goodbye && { look: 'main' })}
        onClick={() => (goodbye ? onLeave() : setAsking(true))}
      >
        <Icon name="out" />
        <span>{t(goodbye ? 'leaving.goodbye' : 'leave.name')}</span>
      </Button>
      {asking ? ask(stay) : null}
    </>
  );
}
