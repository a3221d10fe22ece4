import { firstName } from '../../state/first-name.ts';
import { t } from '../../text/start-text.ts';
import { minutesOf } from '@tele-balint/shared/protocol/presets';
import { casesIn, chairsOf, PICTURE, RUG, segmentsOf } from './preview-model.ts';
import type { OpenedRoom } from './kept-rooms.ts';
import { namesIn, protocolIn } from './start-model.ts';
import prose from '../../ui/prose.module.css';
import css from './Preview.module.css';

const FEWEST_CHAIRS = 9;
const MOST_CHAIRS = 14;

/** As many letters as a chair has room for. */
const LETTERS = 9;

/** The circle to be, with the names that are known already. */
export function Preview({
  draft,
  small = false,
}: {
  readonly draft: OpenedRoom['draft'];
  readonly small?: boolean;
}) {
  const { steps } = protocolIn(draft);
  const minutes = minutesOf(steps);
  const cases = casesIn(steps);
  const members = namesIn(draft.members);
  const places = Math.min(MOST_CHAIRS, Math.max(FEWEST_CHAIRS, members.length + 2));
  // As the room seats them: in the order in which they come, leaders before members.
  const names = [draft.leader, draft.coLeader, ...members];
  const { chair } = PICTURE;
  return (
    <figure className={small ? css.small : css.preview}>
      <svg
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
              rx="12"
            />
            <text x={x + chair.width / 2} y={y + chair.height / 2 + 5}>
              {firstName(names[index] ?? '').slice(0, LETTERS)}
            </text>
          </g>
        ))}
        {segmentsOf(steps).map(({ id, kind, title, back, path, word }) => (
          <g key={id}>
            <path className={back ? css.discussion : css.part} d={path} />
            {word && !small ? (
              <text className={css.aside} x={word.x} y={word.y}>
                {title ?? t(`phase.${kind}`)}
              </text>
            ) : null}
          </g>
        ))}
        <text className={css.minutes} x={RUG.x} y={RUG.y - 2}>
          {t('start.minutes', { minutes })}
        </text>
        <text className={css.aside} x={RUG.x} y={RUG.y + 30}>
          {t('start.cases', { cases })}
        </text>
      </svg>
      {small ? null : <figcaption className={prose.hint}>{t('start.inform')}</figcaption>}
    </figure>
  );
}
