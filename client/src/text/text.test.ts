import IntlMessageFormat from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { REFUSALS } from '@tele-balint/shared/decisions/refusals';
import { courses } from './en-courses.ts';
import { editor } from './en-editor.ts';
import { early } from './en-early.ts';
import { keys } from './en-keys.ts';
import { more } from './en-more.ts';
import { leader } from './en-leader.ts';
import { leadership } from './en-leadership.ts';
import { notes } from './en-notes.ts';
import { start } from './en-start.ts';
import { t as leaderText } from './leader-text.ts';
import { t as startText } from './start-text.ts';
import { listed, MESSAGES, PARTS, refusalText, t } from './text.ts';

const ALL = {
  ...MESSAGES,
  ...leader,
  ...leadership,
  ...notes,
  ...early,
  ...keys,
  ...more,
  ...start,
  ...editor,
  ...courses,
};

describe('text', () => {
  it.each(Object.entries(ALL))('[TX1] %s parses', (_key, message) => {
    expect(() => new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true })).not.toThrow();
  });

  it('no key stands twice', () => {
    const all = [...PARTS, leader, leadership, notes, early, keys, more, start, editor, courses].flatMap(
      (part) => Object.keys(part),
    );
    expect(all.length).toBe(new Set(all).size);
  });

  it('[TX1] every refusal has a sentence', () => {
    for (const refusal of REFUSALS) expect(refusalText(refusal)).toMatch(/^[A-Z].*\.$/s);
  });

  it('[TX1] plurals and lists follow the language', () => {
    expect(startText('start.minutes', { minutes: 1 })).toBe('1 minute');
    expect(startText('start.minutes', { minutes: 60 })).toBe('60 minutes');
    expect(listed(['Ruth', 'Tomás'])).toBe('Ruth and Tomás');
  });

  it('[CR26] a name with a full stop at its end ends no sentence twice', () => {
    const led = (names: string) => t('lobby.ledBy', { names });
    expect(led('Dr.')).toBe('Led by Dr. This room records nothing.');
    expect(led('Anna…')).toBe('Led by Anna…. This room records nothing.');
    expect(leaderText('leader.asks', { name: 'A...' })).toBe('A... asks to come in.');
  });

  it('[TX1] no sentence says a word that the room does not use', () => {
    for (const message of Object.values(ALL)) {
      expect(message).not.toMatch(/\b(host|moderator|user|attendee|participant|muted?|unmuted?)\b/i);
    }
  });
});
