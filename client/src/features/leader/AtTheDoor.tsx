import { useId } from 'react';
import type { WaitingView } from '@tele-balint/shared/view/leader';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useMovedUp } from '../../ui/use-moved-up.ts';
import type { Commands, Run } from '../../connection/use-command.ts';
import type { Lead } from './lead.ts';
import { nameOf, placeOf } from '../../state/places.ts';
import { atCameraOf, firstNames } from '../../state/site.ts';
import { comesBackAs, isFromSite, may, namesOf } from './leader-model.ts';
import { Besides } from './Besides.tsx';
import { LetAllIn } from './LetAllIn.tsx';
import { minutesSince } from './time-model.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './Drawer.module.css';

type Props = Lead & { readonly runAll: Commands['runAll'] };

/** Who waits, and the door itself. */
export function AtTheDoor({ runAll, ...lead }: Props) {
  const id = useId();
  const { view, leader, run } = lead;
  const { waiting } = leader;
  const open = view.door === 'open';
  const rests = useMovedUp(waiting.map(({ line }) => line));
  const answer: Run = async (command) => !rests && run(command);
  return (
    <section aria-labelledby={id}>
      <div className={css.lead}>
        <h3 id={id}>
          {t('leader.door')} <span>{t('leader.waiting', { count: waiting.length })}</span>
        </h3>
        <LetAllIn {...lead} runAll={runAll} rests={rests} />
      </div>
      {waiting.length > 0 ? (
        <ul>
          {waiting.map((one) => (
            <Waiting key={one.line} one={one} {...lead} run={answer} rests={rests} />
          ))}
        </ul>
      ) : null}
      <Besides {...lead} run={answer} />
      <div className={layout.row}>
        <span className={prose.hint}>{t(open ? 'leader.doorOpen' : 'leader.doorClosed')}</span>
        {may(view, open ? 'closeDoor' : 'openDoor') ? (
          <Button size="small" onClick={() => void run({ type: open ? 'closeDoor' : 'openDoor' })}>
            <Icon name={open ? 'lock' : 'door'} small />
            {t(open ? 'leader.closeDoor' : 'leader.openDoor')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** Whose place it is that somebody asks for from another browser: at one camera, those of all who are there. */
const asksFor = (view: RoomView, seat: SeatId | null): string => {
  if (seat === null) return '';
  const place = placeOf(view, seat);
  const here = place === null ? [] : atCameraOf(view, place);
  // With a camera that all have left, all who left it are back.
  const all = here.length > 0 ? here : view.places.filter(({ line }) => line === place?.line);
  return all.length > 1
    ? t('leader.forSite', { names: firstNames(view, all) })
    : t('leader.forSeat', { name: nameOf(view, seat) });
};

function Waiting({
  one,
  view,
  now,
  run,
  rests,
}: Lead & { readonly one: WaitingView; readonly rests: boolean }) {
  const { people, line, site, lacks } = one;
  const name = namesOf(one);
  const facts = [
    people.some(({ notLeader }) => notLeader) ? t('leader.notLeader') : '',
    site === '' ? '' : t('leader.atSite', { site }),
    ...people.map(({ profession }) => profession),
    lacks === 0 ? '' : t(people.length > 1 ? 'leader.lacks' : 'leader.noPlace', { count: lacks }),
    t('leader.waits', { minutes: minutesSince(one.since, now) }),
    asksFor(view, one.forSeat),
    one.present ? '' : t('leader.pageGone'),
    one.nextPhase ? t('leader.atNextPhase') : '',
  ].filter(Boolean);
  const answer = (to: 'letIn' | 'nextPhase' | 'notToday') => void run({ type: 'admit', line, answer: to });
  return (
    <li className={css.asks}>
      <span className={css.who}>
        {name}
        <small>{facts.join(', ')}</small>
      </span>
      {may(view, 'admit') ? (
        <span className={`${layout.row} ${css.answers}`}>
          <Button
            size="small"
            aria-disabled={rests}
            aria-label={t('leader.letInFull', { name })}
            onClick={() => answer('letIn')}
          >
            {people.length > 1 ? t('leader.letInSite', { count: people.length }) : t('leader.letIn')}
          </Button>
          {comesBackAs(view, one).map((place) => (
            <Button
              key={place.seat}
              aria-disabled={rests}
              size="small"
              onClick={() => void run({ type: 'admit', line, answer: 'letIn', seat: place.seat })}
            >
              {isFromSite(view, one, place)
                ? t('leader.letInFromSite', { name: place.name, site: place.site })
                : t('leader.letInAs', { name: place.name })}
            </Button>
          ))}
          {one.nextPhase ? null : (
            <Button
              size="small"
              look="bare"
              aria-disabled={rests}
              aria-label={t('leader.nextPhaseFull', { name })}
              onClick={() => answer('nextPhase')}
            >
              {t('leader.nextPhase')}
            </Button>
          )}
          <Button
            size="small"
            look="bare"
            className={css.apart}
            aria-disabled={rests}
            aria-label={t('leader.notTodayFull', { name })}
            onClick={() => answer('notToday')}
          >
            {t('leader.notToday')}
          </Button>
        </span>
      ) : null}
    </li>
  );
}
