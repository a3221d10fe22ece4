import { useRef } from 'react';
import { t } from '../../text/leader-text.ts';
import { listed } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import type { Commands } from '../../connection/use-command.ts';
import type { Lead } from './lead.ts';
import { areAllLetIn, letInTogether, may, namesOf } from './leader-model.ts';

type Props = Pick<Lead, 'view' | 'leader'> & { readonly runAll: Commands['runAll']; readonly rests: boolean };

/** One press for everybody whom the leader sees waiting; whoever comes after it waits. */
export function LetAllIn({ view, leader, runAll, rests }: Props) {
  const under = useRef(false);
  const { waiting } = leader;
  const together = letInTogether(waiting);
  if (together.length === 0 || !may(view, 'admit')) return null;
  const words = areAllLetIn(waiting)
    ? t('leader.letAllIn')
    : t('leader.letSomeIn', { count: together.length });
  const press = async () => {
    if (rests || under.current) return;
    under.current = true;
    const commands = together.map(({ line }) => ({ type: 'admit', line, answer: 'letIn' }) as const);
    // The other leader may have let somebody in a moment before.
    await runAll(commands, (refusal) => refusal === 'no-such-person').finally(() => (under.current = false));
  };
  return (
    <Button
      size="small"
      aria-disabled={rests}
      aria-label={`${words}: ${listed(together.map(namesOf))}`}
      onClick={() => void press()}
    >
      {words}
    </Button>
  );
}
