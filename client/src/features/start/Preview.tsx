import { minutesOf } from '@tele-balint/shared/protocol/presets';
import { firstName } from '../../state/first-name.ts';
import { t } from '../../text/start-text.ts';
import { casesIn, chairsOf, PICTURE, RUG, segmentsOf, type Segment } from './preview-model.ts';
import { comersIn } from './comers.ts';
import { comingIn, type Draft, protocolIn } from './start-model.ts';
import { endsAtOf, hoursSaid, startsAtOf } from './when-model.ts';
import css from './Preview.module.css';

const FEWEST_CHAIRS = 9;
const MOST_CHAIRS = 14;

/** As many letters as a chair has room for. */
const LETTERS = 7;

/** A piece of the rim; what is an outline on the strips is one here too. */
function Piece({ mark, path }: Pick<Segment, 'mark' | 'path'>) {
  return (
    <>
      <path className={css[mark]} d={path} />
      {mark === 'tell' || mark === 'all' ? <path className={css[`${mark}Within`]} d={path} /> : null}
    </>
  );
}

/** The circle to be, with the names that are known already, around its time. */
export function Preview({ draft }: { readonly draft: Draft }) {
  const { steps } = protocolIn(draft);
  const minutes = minutesOf(steps);
  const cases = casesIn(steps);
  const comers = comersIn(draft.members);
  const members = comers.map(({ name, people }) =>
    people.length === 0 ? firstName(name) : `${name.slice(0, LETTERS - 2)} ${people.length}`,
  );
  const places = Math.min(MOST_CHAIRS, Math.max(FEWEST_CHAIRS, members.length + 2));
  // As the room seats them: in the order in which they come, leaders before members.
  const names = [firstName(draft.leader), firstName(draft.coLeader), ...members];
  const people = comingIn(draft);
  const startsAt = startsAtOf(draft.when);
  const { chair } = PICTURE;
  return (
    <svg
      className={css.preview}
      viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
      role="img"
      aria-label={t('start.chairs', { places, minutes, cases })}
    >
      <ellipse className={css.floor} cx={RUG.x} cy={RUG.y} rx={RUG.rx} ry={RUG.ry} />
      {chairsOf(places).map(({ x, y }, index) => (
        <g key={`${x} ${y}`}>
          <rect
            className={index < 2 ? css.leads : css.seat}
            x={x}
            y={y}
            width={chair.width}
            height={chair.height}
            rx="9"
          />
          <text x={x + chair.width / 2} y={y + chair.height / 2 + 4}>
            {(names[index] ?? '').slice(0, LETTERS)}
          </text>
        </g>
      ))}
      {segmentsOf(steps).map(({ id, mark, minutes: its, path, number }) => (
        <g key={id}>
          <Piece mark={mark} path={path} />
          {number ? (
            <text className={css.aside} x={number.x} y={number.y}>
              {its}
            </text>
          ) : null}
        </g>
      ))}
      <text className={css.minutes} x={RUG.x} y={RUG.y - 4}>
        {t('start.minutes', { minutes })}
      </text>
      <text className={css.aside} x={RUG.x} y={RUG.y + 18}>
        {startsAt === null ? null : hoursSaid(startsAt, endsAtOf(startsAt, steps))}
      </text>
      <text className={css.aside} x={RUG.x} y={RUG.y + (startsAt === null ? 20 : 38)}>
        {t('start.cases', { cases })}
        {people > 1 ? `, ${t('start.people', { people })}` : null}
      </text>
    </svg>
  );
}
