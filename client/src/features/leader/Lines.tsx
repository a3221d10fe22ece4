import { useId, useState } from 'react';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ContactOf } from './ContactOf.tsx';
import type { Lead } from './lead.ts';
import { LineVoice } from './LineVoice.tsx';
import { nameOf } from '../../state/places.ts';
import { isLarge, peopleOf } from './leader-model.ts';
import { clockText } from '../../state/clock-text.ts';
import prose from '../../ui/prose.module.css';
import css from './Drawer.module.css';

/** Whose line is gone and since when; and everybody, with what a leader may do for each. */
export function Lines(lead: Lead) {
  const { view, leader, now, run } = lead;
  const id = useId();
  const [asked, ask] = useState<{ readonly seat: SeatId; readonly gone: boolean } | null>(null);
  const people = peopleOf(view);
  // Whoever comes back or leaves meanwhile makes it another question.
  const removing =
    people.find(({ place, left }) => place.seat === asked?.seat && left === asked.gone) ?? null;
  const gone = removing?.left === true;
  const remove = (seat: SeatId) => {
    ask(null);
    void run({ type: 'remove', seat });
  };
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {t('leader.lines')} <span>{t('leader.linesAway', { count: leader.away.length })}</span>
      </h3>
      {leader.away.length > 0 ? (
        <ul>
          {leader.away.map(({ seat, since }) => (
            <li key={seat}>
              <span className={css.who}>
                {nameOf(view, seat)}
                <small className={prose.num}>{t('leader.awaySince', { time: clockText(now - since) })}</small>
                <ContactOf view={view} seat={seat} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {isLarge(view) ? <p className={prose.hint}>{t('leader.size')}</p> : null}
      {people.length > 0 ? (
        <details>
          <summary>{t('leader.everybody')}</summary>
          <ul className={css.people}>
            {people.map(({ place, left, removable, floor }) => (
              <li key={place.seat}>
                <span className={css.who}>
                  {place.name}
                  <small>
                    {left ? t('leader.left') : t(`role.${place.role}`)}
                    {leader.closed.includes(place.seat) ? `, ${t('leader.lineClosed')}` : ''}
                  </small>
                  {left ? null : <ContactOf view={view} seat={place.seat} />}
                </span>
                <LineVoice {...lead} place={place} />
                {floor ? (
                  <Button
                    size="small"
                    aria-label={t('leader.giveFloorFull', { name: place.name })}
                    onClick={() => void run({ type: 'giveFloor', seat: place.seat })}
                  >
                    {t('leader.giveFloor')}
                  </Button>
                ) : null}
                {removable ? (
                  <Button
                    size="small"
                    look="end"
                    aria-label={t(left ? 'leader.freeFull' : 'leader.removeFull', { name: place.name })}
                    onClick={() => ask({ seat: place.seat, gone: left })}
                  >
                    {t(left ? 'leader.free' : 'leader.remove')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {removing ? (
        <Dialog
          title={t(gone ? 'leader.freeTitle' : 'leader.removeTitle', { name: removing.place.name })}
          onClose={() => ask(null)}
          actions={
            <>
              <Button look="end" onClick={() => remove(removing.place.seat)}>
                {t(gone ? 'leader.freeYes' : 'leader.removeYes')}
              </Button>
              <Button onClick={() => ask(null)}>{t('cancel')}</Button>
            </>
          }
        >
          <p>{gone ? t('leader.freeText', { name: removing.place.name }) : t('leader.removeText')}</p>
        </Dialog>
      ) : null}
    </section>
  );
}
