import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { OverView } from '@tele-balint/shared/view/view';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { MESSAGES, refusalText, t } from '../../text/text.ts';
import { lastPageOf, passed, problemOf, problemText, remainsOf, signedBy } from './farewell-model.ts';

const view: OverView = {
  kind: 'over',
  version: 1,
  now: 1_000 as Instant,
  reason: 'over',
  group: '',
  forgottenAt: 901_000 as Instant,
  farewell: null,
  receipt: null,
};
const farewell = { leaders: ['Ruth Adler', 'Tomás Vidal'], line: 'Go gently.' };
const REASONS: readonly OverView['reason'][] = [
  'over',
  'left',
  'removed',
  'not-today',
  'moved',
  'revoked-link',
];

describe('the last page', () => {
  it.each(REASONS)('[FW1] has a title and a text for %s', (reason) => {
    expect(MESSAGES[`farewell.${reason}`]).toBeTruthy();
    expect(MESSAGES[`farewell.${reason}Text`]).toBeTruthy();
  });

  it('[FW2] tells until when names and course are kept, and that they are destroyed then', () => {
    expect(remainsOf(view)).toEqual({ kind: 'kept', until: 901_000 });
    expect(remainsOf({ ...view, now: 901_000 as Instant })).toEqual({ kind: 'destroyed', until: 901_000 });
  });

  it('[FW2] promises nothing about a session that still runs, but that it is forgotten', () => {
    const running = { ...view, reason: 'left', forgottenAt: null } as const;
    expect(remainsOf(running)).toEqual({ kind: 'nothing-to-say' });
    expect(remainsOf({ ...running, farewell })).toEqual({ kind: 'later' });
  });

  it('[FW2] tells that presenter, hands and floor stand in the log, and so does PRIVACY.md', async () => {
    const privacy = await readFile(new URL('../../../../PRIVACY.md', import.meta.url), 'utf8');
    const never = [MESSAGES['farewell.never1'], MESSAGES['farewell.never2'], MESSAGES['farewell.never3']];
    const kept = [MESSAGES['farewell.kept1'], MESSAGES['farewell.kept2'], MESSAGES['farewell.kept3']];
    expect(never.join('\n')).not.toMatch(/who (spoke|presented)|floor|hand/);
    expect(kept.join('\n')).toMatch(/who presented.*hand.*floor/);
    const [promise = ''] = /Never kept, anywhere:[^|]*/.exec(privacy) ?? [];
    expect(promise).toMatch(/how\s+much\s+anybody\s+spoke/);
    expect(promise).not.toMatch(/when\s+anybody/);
    expect(privacy).toMatch(/closing line/);
    expect(promise).not.toMatch(/who spoke/);
    expect(privacy).toMatch(/who presented; hands, floor/);
  });

  it('[FW3] signs the leaders’ line with their first names, where these tell them apart', () => {
    expect(signedBy(farewell.leaders)).toBe('Ruth and Tomás');
    expect(signedBy(['Ruth Adler', 'Ruth Cole'])).toBe('Ruth Adler and Ruth Cole');
  });

  it('[FW1] offers a way on only where there is one', () => {
    expect(problemOf('reload').way).toBe('reload');
    expect(problemOf('network').way).toBe('again');
    expect(problemOf('unknown-link')).toEqual({ title: 'problem.title', way: 'none' });
    expect(problemOf('removed')).toEqual({ title: 'farewell.removed', way: 'none' });
  });

  it('[FW1] thanks those who sat, and keeps a place for those who have one', () => {
    const words = (reason: OverView['reason'], sat: boolean, thanks: OverView['farewell'] = null) => {
      const { title, text } = lastPageOf({ ...view, reason, farewell: thanks }, sat, false);
      return `${t(title)} / ${t(text, { names: 'Ruth', day: 'Friday, March 3' })}`;
    };
    expect(words('over', true, farewell)).toBe('Thank you for today. / Ruth led, on Friday, March 3.');
    expect(words('over', true)).toBe('The session has ended / Nobody is in the room any more.');
    expect(words('over', false)).toBe('The session has ended / Nobody is in the room any more.');
    expect(words('left', true)).toMatch(/Your place is kept/);
    expect(words('left', false)).toMatch(/^You are no longer at the door/);
    expect(words('left', false)).not.toMatch(/circle|place is kept/);
  });

  it('[FW1, LV5] whoever comes while others stay is told that the evening is over, and not that nobody is there', () => {
    const { title, text } = lastPageOf({ ...view, forgottenAt: null }, false, true);
    expect(`${t(title)} / ${t(text)}`).toBe('The session has ended / Nobody new comes in any more.');
    expect(problemText('over')).not.toMatch(/nobody is/i);
  });

  it('[FW2] the ring fills until the key is to be destroyed', () => {
    expect([1_000, 451_000, 901_000, 999_999].map((now) => passed(1_000, 901_000, now))).toEqual([
      0, 0.5, 1, 1,
    ]);
    expect(passed(901_000, 901_000, 0)).toBe(1);
  });

  it('[DR11] no page promises a left place for longer than leaders keep it', () => {
    for (const words of [t('leave.text'), t('farewell.leftText')]) {
      expect(words).toMatch(/kept.*a leader (can )?frees? it for somebody else/);
      expect(words).not.toContain('until the session ends');
    }
  });

  it('[FW1] a link of a session that is over asks for a new one', () => {
    expect(problemText('over')).toBe('Nobody new comes in any more. Please ask for a new link.');
    expect(refusalText('over')).toBe('The session has ended. Please ask for a new link.');
  });

  it('[FW1] offers the way back that there is', () => {
    const wayOf = (reason: OverView['reason'], sat = true, open = false) =>
      lastPageOf({ ...view, reason }, sat, open).way;
    expect(lastPageOf({ ...view, reason: 'left', farewell }, true, false).way).toBe('comeBack');
    expect(wayOf('left')).toBe('comeBack');
    expect(wayOf('left', false)).toBe('askAgain');
    for (const reason of ['removed', 'not-today'] as const) {
      expect(wayOf(reason, true, true)).toBe('askAgain');
      expect(problemOf(reason, true).way).toBe('askAgain');
      expect(problemOf(reason, false).way).toBe('none');
    }
    expect(wayOf('moved')).toBe('sitHere');
    expect(REASONS.filter((reason) => wayOf(reason) === 'none')).toEqual([
      'over',
      'removed',
      'not-today',
      'revoked-link',
    ]);
  });
});
