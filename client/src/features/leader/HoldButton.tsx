import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Lead } from './lead.ts';
import { may } from './leader-model.ts';

type Props = Pick<Lead, 'view' | 'run'> & { readonly className?: string | undefined };

/** One button for hold and resume: who presses it by keyboard stays on it. */
export function HoldButton({ view, run, className }: Props) {
  const { clock } = view.course;
  const type = clock !== null && clock.held !== null ? 'resume' : 'hold';
  if (clock === null || !may(view, type)) return null;
  return (
    <Button className={className} size="small" onClick={() => void run({ type })}>
      <Icon name={type === 'hold' ? 'pause' : 'next'} small />
      {t(`leader.${type}`)}
    </Button>
  );
}
