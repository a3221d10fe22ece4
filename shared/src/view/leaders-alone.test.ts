import { expect, it } from 'vitest';
import { NO_MEDIA } from '../media-report.ts';
import { grantsOf } from '../session/grants.ts';
import { leadsAt } from '../session/leadership.ts';
import { isForLeadersAlone, nextAlarm } from '../session/timer.ts';
import { property } from '../testing/along.ts';
import type { Play } from '../testing/play.ts';
import type { Instant, LineId } from '../vocabulary.ts';
import { viewsAt } from './view-for.ts';

/** What those see who do not lead, and what everybody may, but for the hour itself. */
const seenAt = ({ session }: Play, now: Instant) => {
  const viewOf = viewsAt(session, now, NO_MEDIA);
  const lines = (Object.keys(session.lines) as LineId[]).filter((line) => !leadsAt(session, line, now));
  return { views: lines.map((line) => ({ ...viewOf(line), now: 0 })), grants: grantsOf(session, now) };
};

it('[VW2, CM8, CM30] what time alone changes for leaders changes no right, and nothing that others see', () => {
  let looked = 0;
  property((play) => {
    const next = nextAlarm(play.session, play.now);
    if (next === null || !isForLeadersAlone(play.session, play.now, next)) return;
    looked += 1;
    expect(seenAt(play, next)).toEqual(seenAt(play, play.now));
  });
  expect(looked).toBeGreaterThan(10);
});
