import { protocolOf } from '@tele-balint/shared/protocol/presets';
import { DAY, type Instant } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { mailText, mailTo } from './mail-text.ts';
import { bodyOf, EMPTY_DRAFT, planOf } from './start-model.ts';
import { endsAtOf, NO_DATE, startsAtOf, whenFaults, whenSaid } from './when-model.ts';
import { cityOf, regions } from './zones.ts';

const { steps } = protocolOf('online60', true);
const when = { ...NO_DATE, onADay: true, day: '2030-03-14', time: '18:30' };
const startsAt = new Date(2030, 2, 14, 18, 30).getTime() as Instant;
/** 18:30 in Berlin, whatever the zone of this computer. */
const inBerlin = Date.UTC(2030, 2, 14, 17, 30) as Instant;

describe('the day and time of an evening', () => {
  it('[ST20] is the clock of this browser, and only where a day was chosen', () => {
    expect(startsAtOf(when)).toBe(startsAt);
    expect(startsAtOf({ ...when, onADay: false })).toBeNull();
    expect(startsAtOf({ ...when, time: '' })).toBeNull();
    expect(startsAtOf({ ...when, day: '2030-13-14' })).toBeNull();
    expect(endsAtOf(startsAt, steps)).toBe(startsAt + 3_600_000);
    expect(
      endsAtOf(
        startsAt,
        steps.map((step) => ({ ...step, minutes: null })),
      ),
    ).toBeNull();
    const draft = { ...EMPTY_DRAFT, leader: 'Ruth', when };
    const plan = planOf(draft, { id: () => 'id', secret: () => 'secret' });
    expect(bodyOf(draft, plan, []).startsAt).toBe(startsAt);
  });

  it('[ST20] that is missing or not possible is said at its own field', () => {
    expect(whenFaults({ ...when, onADay: false, day: '' }, 0)).toEqual([]);
    expect(whenFaults({ ...when, day: '', time: '' }, startsAt)).toEqual([
      { field: 'day', kind: 'missing' },
      { field: 'time', kind: 'missing' },
    ]);
    expect(whenFaults(when, startsAt)).toEqual([]);
    for (const now of [startsAt + DAY, startsAt - 400 * DAY])
      expect(whenFaults(when, now)).toEqual([{ field: 'day', kind: 'date' }]);
  });

  it('[ST20] is said with its weekday, its end, and a second zone with its own day where that is another', () => {
    const ends = endsAtOf(inBerlin, steps);
    const said = whenSaid(inBerlin, ends, 'Europe/London', 'Europe/Berlin');
    expect(said.day).toBe('Thursday, March 14, 2030');
    const hours = (text: string | null) => text?.replaceAll(/\s/g, ' ').match(/\d+:\d+(?: [AP]M)?/g);
    const asShown = (at: number, timeZone: string) =>
      new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', timeZone })
        .format(at)
        .replaceAll(/\s/g, ' ');
    expect(said.own).toContain('in Berlin');
    expect(hours(said.own)).toEqual([inBerlin, ends!].map((at) => asShown(at, 'Europe/Berlin')));
    expect(hours(said.other)).toEqual([inBerlin, ends!].map((at) => asShown(at, 'Europe/London')));
    const far = whenSaid(inBerlin, null, 'Pacific/Auckland', 'Europe/Berlin');
    expect(far.other).toMatch(/^Friday, March 15, 2030, .* in Auckland$/);
    expect(whenSaid(inBerlin, ends, 'Europe/Berlin', 'Europe/Berlin').other).toBeNull();
  });

  it('[ST20] stands in the mail, in both zones', () => {
    const draft = {
      ...EMPTY_DRAFT,
      group: 'Thursday group',
      when: { ...when, otherZone: 'Pacific/Auckland' },
    };
    const text = mailText(draft, { kind: 'personal' }, 'https://room.example/s/x#y.z');
    const said = whenSaid(startsAt, endsAtOf(startsAt, steps), 'Pacific/Auckland');
    expect(text.split('\n').slice(0, 4)).toEqual([
      'Our Balint group, Thursday group, meets in a video room:',
      ...[said.day, said.own, said.other],
    ]);
    const mail = mailTo(draft, { kind: 'leader' }, 'https://room.example/s/x#y.z');
    expect(mail).toContain(`subject=${encodeURIComponent(`Balint group, ${said.day}`)}`);
    expect(decodeURIComponent(mail)).toContain('\r\nhttps://room.example/s/x#y.z\r\n');
  });

  it('[ST20] zones go by the names of their cities', () => {
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    const all = regions();
    expect(all.map(({ name }) => name)).toContain('Europe');
    expect(all.flatMap(({ zones }) => zones).map(cityOf)).toContain('London');
  });
});
