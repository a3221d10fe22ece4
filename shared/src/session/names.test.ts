import { describe, expect, it } from 'vitest';
import { fullCircle } from '../testing/play.ts';
import { cleanName } from './names.ts';
import { tellApart } from './lookalikes.ts';

/** Filler letters, blank symbols, variation selectors, joiners, marks without a letter, what is not assigned. */
const UNSEEN = [0x3164, 0x115f, 0x1160, 0xffa0, 0x2800, 0x17b4, 0x17b5, 0x1d159, 0x034f, 0x180b, 0xfe0f]
  .concat([0xe0100, 0x200b, 0x2060, 0x00ad, 0x0301, 0x20dd, 0xe0020, 0xfdd0, 0xfffc])
  .map((code) => String.fromCodePoint(code));

/** Read as "Lea Lead" by everybody, and yet other text: Cyrillic, full width, mathematical, Greek, dotted, spaced. */
const LOOKALIKES = [
  'Lеа Lеаd',
  'Ｌｅａ Ｌｅａｄ',
  '𝐋𝐞𝐚 𝐋𝐞𝐚𝐝',
  'Leα Leαd',
  'Léa Leạd',
  'LEA LEAD',
  'LЕА LЕАD',
  'Lea-Lead',
  'Lea  Lead.',
  'Iea lead',
  ...['\u034f', '\u180b', '\ufe0f', '\u{e0100}', '\u3164', '\u2800'].map((mark) => `Le${mark}a Lead`),
];

describe('a name', () => {
  it('[DR12] of nothing that can be seen is none', () => {
    for (const one of UNSEEN) {
      expect([one.codePointAt(0), cleanName(one)]).toEqual([one.codePointAt(0), '']);
      expect(cleanName(`${one} ${one}`)).toBe('');
    }
    for (const one of ['…', '- -', '🌻', '(2)'.slice(0, 1)]) expect(cleanName(one)).toBe('');
  });

  it('[DR12] keeps its letters, in every script, and no more than four marks on one of them', () => {
    for (const one of ['José Ñandú', 'राम', 'Nguyễn Thị Ánh', 'Ōe', 'Anna 2', '王', 'Ольга'])
      expect(cleanName(one)).toBe(one.normalize('NFC'));
    expect([...cleanName(`A${'\u0324'.repeat(30)}nna`)].length).toBeLessThanOrEqual(8);
    expect(cleanName('\u0301Anna')).toBe('Anna');
  });

  it.each(LOOKALIKES)('[DR12] %s is told apart from Lea Lead', (name) => {
    expect(tellApart(cleanName(name), ['Lea Lead'])).toBe(`${cleanName(name)} (2)`);
    expect(tellApart('Lea Lead', [cleanName(name)])).toBe('Lea Lead (2)');
  });

  it('[DR12] that only begins alike is left as it is', () => {
    for (const name of ['Lea Leadbetter', 'Lee Lead', 'Lea', 'Ольга'])
      expect(tellApart(name, ['Lea Lead'])).toBe(name);
  });
});

describe('somebody under a leader’s name', () => {
  const marks = (name: string) => {
    const { play, ruth, samir } = fullCircle();
    const line = play.enter('open', name);
    play.connect(line);
    const atDoor = play
      .room(ruth)
      .leader?.waiting.flatMap(({ people }) => people.map(({ notLeader }) => notLeader));
    play.lead({ type: 'admit', line, answer: 'letIn' });
    const place = play.room(samir).places.find((one) => one.line === line);
    const others = play.room(samir).places.filter((one) => one.line !== line && one.notLeader);
    return { atDoor, place: place?.notLeader, others: others.length };
  };

  it.each(['Ruth', 'RUTH', 'Rυth', 'Ru\u034fth', 'Ruth 2', 'Ruth (3)', 'Tomas', 'Tomás'])(
    '[DR21] %s is marked as not the leader, at the door to leaders and in the circle to all',
    (name) => {
      expect(marks(name)).toEqual({ atDoor: [true], place: true, others: 0 });
    },
  );

  it('[DR21] nobody else is marked, nor who has the leaders’ rights', () => {
    expect(marks('Ruth Adler')).toEqual({ atDoor: [false], place: false, others: 0 });
    const { play, ruth, tomas } = fullCircle();
    const line = play.enter('open', 'Ruth');
    play.connect(line);
    play.lead({ type: 'admit', line, answer: 'letIn' });
    play.backUp(line);
    for (const leader of [ruth, tomas]) play.disconnect(leader);
    expect(
      play
        .room(line)
        .places.map(({ notLeader }) => notLeader)
        .at(-1),
    ).toBe(true);
    expect(
      play
        .wait(30_000)
        .room(line)
        .places.map(({ notLeader }) => notLeader)
        .at(-1),
    ).toBe(false);
  });

  it('[DR21] also where the leader of that name has not come yet', () => {
    const { play, samir } = fullCircle();
    play.session = {
      ...play.session,
      invitations: play.session.invitations.map((one) =>
        one.hash === 'hash-tomas' ? { ...one, name: 'Zoe Zander' } : one,
      ),
      seats: play.session.seats.filter(({ role }) => role !== 'coLeader'),
    };
    const line = play.enter('open', 'Zoe Zander');
    play.lead({ type: 'admit', line, answer: 'letIn' });
    expect(play.room(samir).places.at(-1)).toMatchObject({ name: 'Zoe Zander', notLeader: true });
  });
});
