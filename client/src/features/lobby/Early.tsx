import type { LookAnswer } from '@tele-balint/shared/http';
import { type ReactNode, useState } from 'react';
import { firstName } from '../../state/first-name.ts';
import { timeOfDay } from '../../state/time-of-day.ts';
import { earlyText } from '../../text/early-text.ts';
import { listed, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { PageBar } from '../../ui/PageBar.tsx';
import { Title } from '../../ui/Title.tsx';
import { earlyWords } from './early-model.ts';
import { useMinute } from './use-minute.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './Early.module.css';

type Props = {
  readonly look: LookAnswer;
  readonly startsAt: number;
  /** By how much the server's clock is ahead of this device's, in ms. */
  readonly ahead: number;
  /** What hands the evening over for one's calendar; `null` where this page does not have the link any more. */
  readonly calendar: ReactNode;
  /** Picture and sound, once they are asked for. */
  readonly devices: ReactNode;
  /** To the door all the same: to be written down, and come in by itself when it is time. */
  readonly onDoor: () => void;
};

/** Eight places around the rug; leaders sit across from each other. */
const CHAIRS = Array.from({ length: 8 }, (_, n) => (n * Math.PI) / 4).map((angle) => ({
  x: Math.round(200 + 160 * Math.sin(angle)),
  y: Math.round(160 - 125 * Math.cos(angle)),
}));
const CHAIR = { width: 60, height: 42 } as const;
const LETTERS = 8;

/** The circle to be: who leads has a name, all others an empty chair. */
function Picture({
  look,
  words,
}: {
  readonly look: LookAnswer;
  readonly words: ReturnType<typeof earlyWords>;
}) {
  const [first = '', second = ''] = look.leaders.map(firstName);
  const names = [first, '', '', '', second];
  return (
    <svg
      className={css.picture}
      viewBox="0 0 400 320"
      role="img"
      aria-label={earlyText('early.picture', words)}
    >
      <ellipse className={css.rug} cx="200" cy="160" rx="112" ry="80" />
      {CHAIRS.map(({ x, y }, at) => (
        <g key={`${x} ${y}`}>
          <rect
            className={names[at] ? css.leads : css.chair}
            x={x - CHAIR.width / 2}
            y={y - CHAIR.height / 2}
            {...CHAIR}
            rx="9"
          />
          <text x={x} y={y + 5}>
            {(names[at] ?? '').slice(0, LETTERS)}
          </text>
        </g>
      ))}
      <text className={css.day} x="200" y="158">
        {words.weekday}
      </text>
      <text x="200" y="182">
        {words.hours}
      </text>
      <text x="200" y="202">
        {words.relative}
      </text>
    </svg>
  );
}

/** What a link leads to before its evening: when it is, the file for one's calendar, and devices to try. */
export function Early({ look, startsAt, ahead, calendar, devices, onDoor }: Props) {
  const [tries, setTries] = useState(false);
  const words = earlyWords(startsAt, look.endsAt, useMinute() + ahead);
  const { leaders, opensAt } = look;
  return (
    <>
      <title>{`${earlyText('early.title', words)} · ${look.group || t('app.name')}`}</title>
      <PageBar title={t('app.name')}>{look.group ? <span>{look.group}</span> : null}</PageBar>
      <main className={`${layout.page} ${css.early}`}>
        {tries ? devices : <Picture look={look} words={words} />}
        <div className={layout.loose}>
          <div className={layout.close}>
            <Title>{earlyText('early.title', words)}</Title>
            <p className={prose.lede}>
              {earlyText('early.lede', {
                relative: words.relative,
                leads: leaders.length > 0 ? 'yes' : 'no',
                leaders: listed(leaders),
                many: leaders.length > 1 ? 'yes' : 'no',
                from: opensAt === null ? '' : timeOfDay(opensAt),
              })}
            </p>
          </div>
          {calendar === null ? null : (
            <section className={css.next}>
              <p>
                <b>{earlyText('early.calendar')}</b>
                <span>{earlyText('early.calendarText')}</span>
              </p>
              {calendar}
            </section>
          )}
          <section className={css.next}>
            <p>
              <b>{earlyText('early.try')}</b>
              <span>{earlyText('early.tryText')}</span>
            </p>
            <Button onClick={() => setTries(!tries)}>
              {earlyText(tries ? 'early.doStop' : 'early.doTry')}
            </Button>
          </section>
          <p className={prose.hint}>{earlyText('early.wait')}</p>
          <p>
            <Button look="bare" size="small" onClick={onDoor}>
              {earlyText('early.door')}
            </Button>
          </p>
        </div>
      </main>
    </>
  );
}
