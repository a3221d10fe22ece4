import { useId } from 'react';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { useMovedUp } from '../../ui/use-moved-up.ts';
import type { Run } from '../../connection/use-command.ts';
import type { Lead } from './lead.ts';
import { handsOf, may, withFloor } from './leader-model.ts';
import prose from '../../ui/prose.module.css';
import css from './Drawer.module.css';

/** Who has the floor, and who asks for it, in order. */
export function Hands({ view, leader, run: send }: Lead) {
  const id = useId();
  const hands = handsOf(view, leader);
  const floor = withFloor(view);
  const rests = useMovedUp([
    ...floor.map(({ seat }) => `floor ${seat}`),
    ...hands.map(({ place }) => `hand ${place.seat}`),
  ]);
  const run: Run = async (command) => !rests && send(command);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {t('leader.hands')} <span>{t(hands.length > 0 ? 'leader.inOrder' : 'leader.noHands')}</span>
      </h3>
      {floor.length > 0 ? (
        <ul>
          {floor.map(({ seat, name }) => (
            <li key={seat}>
              <span className={css.who}>
                {name}
                <small>{t('leader.hasFloor')}</small>
              </span>
              {may(view, 'takeFloor') ? (
                <Button
                  size="small"
                  aria-disabled={rests}
                  aria-label={t('leader.takeFloorFull', { name })}
                  onClick={() => void run({ type: 'takeFloor', seat })}
                >
                  {t('leader.takeFloor')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {hands.length > 0 ? (
        <ol>
          {hands.map(({ place: { seat, name }, floor: offer }, index) => (
            <li key={seat}>
              <span className={`${prose.num} ${prose.hint}`}>{index + 1}</span>
              <span className={css.who}>{name}</span>
              {offer ? (
                <Button
                  size="small"
                  aria-disabled={rests}
                  aria-label={t('leader.giveFloorFull', { name })}
                  onClick={() => void run({ type: 'giveFloor', seat })}
                >
                  {t('leader.giveFloor')}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}
