import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { calendarFile, type Evening } from './calendar-file.ts';

const startsAt = Date.UTC(2026, 11, 3, 17, 30);
const link = `https://balint.example.org/s/${'s'.repeat(24)}#${'i'.repeat(43)}.${'r'.repeat(43)}`;
const evening: Evening = {
  sessionId: 's'.repeat(24),
  group: 'Thursday; “Ärzte, Pflege”\nBEGIN:VEVENT 🌲',
  startsAt,
  endsAt: startsAt + 60 * 60_000,
  link,
};

/** As Mozilla's library reads it. */
const byIcal = (text: string) => {
  const [one, ...others] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  if (one === undefined || others.length > 0) expect.fail('not one event');
  const { uid, summary, description, startDate, endDate } = new ICAL.Event(one);
  const [alarm] = one.getAllSubcomponents('valarm');
  return {
    ...{ uid, summary, description },
    start: startDate.toJSDate().getTime(),
    end: endDate.toJSDate().getTime(),
    url: one.getFirstPropertyValue('url'),
    action: alarm?.getFirstPropertyValue('action'),
    seconds: (alarm?.getFirstPropertyValue('trigger') as ICAL.Duration | undefined)?.toSeconds(),
  };
};

describe('the calendar file', () => {
  it('[ST18] is read by two libraries with the evening’s times, the link and a reminder', async () => {
    const text = await calendarFile(evening, startsAt - 1e9);
    const { uid } = byIcal(text);
    expect(uid).toMatch(new RegExp(`^${evening.sessionId}-[\\w-]{16}@balint\\.example\\.org$`));
    expect(byIcal(text)).toMatchObject({
      ...{ start: startsAt, end: evening.endsAt, url: link },
      summary: expect.stringContaining('Thursday; “Ärzte, Pflege”'),
      description: expect.stringContaining(link),
      action: 'DISPLAY',
      seconds: -15 * 60,
    });
    const { events = [] } = convertIcsCalendar(undefined, text);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      uid,
      start: { date: new Date(startsAt) },
      end: { date: new Date(evening.endsAt!) },
      url: link,
      alarms: [{ action: 'DISPLAY', trigger: { type: 'relative', value: { before: true, minutes: 15 } } }],
    });
  });

  it('[ST18] has one name for one evening, whenever it is made, and lines that every calendar takes', async () => {
    const [one, later] = [
      await calendarFile(evening, startsAt - 1e9),
      await calendarFile({ ...evening, startsAt: startsAt + 1e6 }, startsAt),
    ];
    expect(byIcal(later).uid).toBe(byIcal(one).uid);
    for (const line of one.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  it('[ST18] has another name for each link of the evening, which tells nothing of its secrets', async () => {
    const at = `https://balint.example.org/s/${evening.sessionId}`;
    const secrets = ['i', 'j', 'k'].map((letter) => [letter.repeat(43), 'r'.repeat(43)] as const);
    const texts = secrets.map((both) => calendarFile({ ...evening, link: `${at}#${both.join('.')}` }, 0));
    const uids = (await Promise.all(texts)).map((text) => byIcal(text).uid);
    expect(new Set(uids).size).toBe(secrets.length);
    for (const uid of uids) expect(uid).not.toMatch(/[ijkr]{4}/);
  });

  it('[ST18] goes without an end where no step has a time, and without a name where the group has none', async () => {
    const text = await calendarFile({ ...evening, group: '', endsAt: null }, startsAt);
    expect(text).not.toContain('DTEND');
    expect(byIcal(text)).toMatchObject({ summary: 'Balint group', start: startsAt });
  });
});
