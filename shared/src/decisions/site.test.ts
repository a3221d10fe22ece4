import { describe, expect, it } from 'vitest';
import { enterBody } from '../http.ts';
import { fullCircle, Play } from '../testing/play.ts';
import { grantsOf } from '../session/grants.ts';
import { seatsOn, waitingLines } from '../session/roster.ts';
import type { LineId, SeatId } from '../vocabulary.ts';

const lineOf = (answer: ReturnType<Play['do']>): LineId => {
  if (!answer.ok || !answer.result.line) throw new Error(answer.ok ? 'no line' : answer.refusal);
  return answer.result.line;
};

/** A circle in which York, Claire, Kofi and Elena at one camera, were let in. */
const withYork = (names: readonly string[] = ['Claire Dubois', 'Kofi Mensah', 'Elena Petrova']) => {
  const { play, ruth, samir } = fullCircle();
  const york = lineOf(play.askTogether('open', 'York', names));
  play.connect(york);
  play.lead({ type: 'admit', line: york, answer: 'letIn' });
  const seats = seatsOn(play.session, york).map(({ seat }) => seat);
  return { play, ruth, samir, york, seats };
};

const microphoneOf = ({ session, now }: Play, line: LineId) =>
  grantsOf(session, now).find((grant) => grant.line === line)?.microphone;
const namesAt = (play: Play, line: LineId) => seatsOn(play.session, line).map(({ name }) => name);

describe('several people at one camera', () => {
  it('[SI1] come in with a name and a place each, cleaned and told apart, under the name of their site', () => {
    const { play, york } = withYork(['Samir', 'Mei Lin', 'Samir']);
    expect(namesAt(play, york)).toEqual(['Samir (2)', 'Mei Lin', 'Samir (3)']);
    const places = play.room(york).places.filter(({ line }) => line === york);
    expect(places.map(({ site }) => site)).toEqual(['York', 'York', 'York']);
    expect(play.room(york).ears).toHaveLength(9);
    const cleaned = enterBody.shape.beside.parse({
      site: ' Y\u202eork ',
      people: [{ name: 'Mei\u200b  Lin', profession: '\u200b' }],
    });
    expect(cleaned).toEqual({ site: 'York', people: [{ name: 'Mei Lin', profession: '' }] });
    expect(
      enterBody.shape.beside.safeParse({ site: 'York', people: [{ name: 'w'.repeat(61), profession: '' }] })
        .success,
    ).toBe(false);
  });

  it('[SI1] are refused in words: seven, without a site, a nameless one, by a leader’s link', () => {
    const play = new Play();
    const refusalOf = (link: string, site: string, names: readonly string[]) => {
      const answer = play.askTogether(link, site, names);
      return answer.ok ? null : answer.refusal;
    };
    const seven = Array.from({ length: 7 }, (_, n) => `Name ${n}`);
    expect(refusalOf('open', 'York', seven)).toBe('site-full');
    expect(refusalOf('open', 'York', seven.slice(1))).toBeNull();
    expect(refusalOf('open', '', ['Anna', 'Ben'])).toBe('no-site-name');
    expect(refusalOf('open', 'York', ['Anna', ''])).toBe('no-name');
    expect(refusalOf('ruth', 'York', ['Ruth', 'Ben'])).toBe('one-person-link');
    expect(refusalOf('watch', 'York', ['Anna', 'Ben'])).toBeNull();
    const long = Array.from({ length: 6 }, (_, n) => `${n}`.padEnd(60, 'w'));
    expect(refusalOf('open', 'York'.padEnd(60, 'k'), long)).toBeNull();
  });

  it('[SI1, DR21] are marked where one of them, or the site, bears a leader’s name', () => {
    const { play } = withYork();
    const markedAt = (line: LineId) =>
      play.room(play.session.seats[0]!.line).leader?.waiting.find((one) => one.line === line)?.people;
    const one = lineOf(play.askTogether('open', 'Leeds', ['Amina', 'Ruth']));
    expect(markedAt(one)?.map(({ notLeader }) => notLeader)).toEqual([false, true]);
    const two = lineOf(play.askTogether('open', 'Ruth', ['Amina', 'Rob']));
    expect(markedAt(two)?.map(({ notLeader }) => notLeader)).toEqual([true, true]);
  });

  it('[SI2] wait with all of them where one finds no place, by a link of their own too, and leaders read how many', () => {
    const play = new Play('case45', true, ['york']);
    const ruth = play.enter('ruth', 'Ruth');
    play.connect(ruth);
    for (const site of ['Leeds', 'Hull']) {
      const line = lineOf(
        play.askTogether(
          'open',
          site,
          ['a', 'b', 'c', 'd', 'e'].map((name) => `${site} ${name}`),
        ),
      );
      expect(play.lead({ type: 'admit', line, answer: 'letIn' }).ok).toBe(true);
    }
    const york = lineOf(play.askTogether('york', 'York', ['Claire', 'Kofi', 'Elena']));
    expect(waitingLines(play.session).map(({ line }) => line)).toEqual([york]);
    expect(play.room(ruth).leader?.waiting[0]).toMatchObject({ site: 'York', lacks: 1 });
    expect(play.view(york)).toMatchObject({ kind: 'door', site: 'York', names: ['Claire', 'Kofi', 'Elena'] });
    expect(play.lead({ type: 'admit', line: york, answer: 'letIn' })).toMatchObject({ refusal: 'too-many' });
    play.lead({ type: 'remove', seat: play.session.seats.at(-1)!.seat });
    expect(play.lead({ type: 'admit', line: york, answer: 'letIn' }).ok).toBe(true);
    expect(namesAt(play, york)).toEqual(['Claire', 'Kofi', 'Elena']);
  });

  it('[SI2] of a personal link come back from another browser together, whoever of them was removed', () => {
    const play = new Play('case45', true, ['york']);
    play.connect(play.enter('ruth', 'Ruth'));
    const york = lineOf(play.askTogether('york', 'York', ['Claire', 'Kofi', 'Elena']));
    play.connect(york);
    const [claire] = seatsOn(play.session, york);
    const other = lineOf(play.ask('york', 'Claire'));
    play.lead({ type: 'remove', seat: claire!.seat });
    expect(play.lead({ type: 'admit', line: other, answer: 'letIn' }).ok).toBe(true);
    expect(namesAt(play, other)).toEqual(['Kofi', 'Elena']);
    expect(play.view(york)).toMatchObject({ kind: 'over', reason: 'moved' });
  });

  it('[SI3] ask for one more, and a leader agrees or does not', () => {
    const { play, ruth, samir, york, seats } = withYork();
    const ask = { type: 'askBeside', as: seats[0]!, name: 'Ben Ott', profession: 'GP', site: '' } as const;
    expect(play.says(york, ask).ok).toBe(true);
    expect(play.room(york).you.beside.map(({ name }) => name)).toEqual(['Ben Ott']);
    expect(play.room(samir).you.beside).toEqual([]);
    expect(play.room(samir).leader).toBeNull();
    const [asked] = play.room(ruth).leader!.beside;
    expect(asked).toMatchObject({ name: 'Ben Ott', profession: 'GP', site: 'York', notLeader: false });
    expect(play.says(samir, { type: 'answerBeside', ask: asked!.ask, letIn: true })).toMatchObject({
      refusal: 'not-leader',
    });
    expect(play.lead({ type: 'answerBeside', ask: asked!.ask, letIn: true }).ok).toBe(true);
    expect(namesAt(play, york)).toEqual(['Claire Dubois', 'Kofi Mensah', 'Elena Petrova', 'Ben Ott']);
    expect(play.room(york).you.seats).toHaveLength(4);
    expect(play.lead({ type: 'answerBeside', ask: asked!.ask, letIn: true })).toMatchObject({
      refusal: 'no-such-person',
    });
    play.says(york, { ...ask, name: 'Ada' });
    play.lead({ type: 'answerBeside', ask: play.session.beside[0]!.ask, letIn: false });
    expect([namesAt(play, york).length, play.room(york).you.beside]).toEqual([4, []]);
  });

  it('[SI3] ask for no more than six, by no name of nobody else, and one person alone names the site', () => {
    const { play, samir, york, seats } = withYork();
    const ask = (line: LineId, name: string, site = '', as?: SeatId) => {
      const answer = play.says(line, { type: 'askBeside', name, profession: '', site, ...(as && { as }) });
      return answer.ok ? null : answer.refusal;
    };
    expect(ask(york, 'Ben')).toBe('no-such-seat');
    expect(ask(york, 'Ben', '', play.seat(samir))).toBe('no-such-seat');
    expect(ask(york, '', '', seats[0])).toBe('no-name');
    expect(ask(samir, 'Ben')).toBe('no-site-name');
    expect(ask(samir, 'Ben', 'Hull')).toBeNull();
    expect(ask(play.session.seats[0]!.line, 'Ben', 'Hull')).toBe('one-person-link');
    for (const name of ['Ben', 'Ada', 'Max']) expect(ask(york, name, '', seats[0])).toBeNull();
    expect(ask(york, 'Noor', '', seats[0])).toBe('site-full');
    play.lead({ type: 'answerBeside', ask: play.session.beside[0]!.ask, letIn: true });
    expect(
      play
        .room(samir)
        .places.filter(({ site }) => site === 'Hull')
        .map(({ name }) => name),
    ).toEqual(['Samir', 'Ben']);
  });

  it('[SI3] let one of them come back who had left, to their own place', () => {
    const { play, york, seats } = withYork();
    play.says(york, { type: 'leave', as: seats[2]! });
    expect(play.room(york).ears).toHaveLength(8);
    play.says(york, { type: 'askBeside', as: seats[0]!, name: 'Elena Petrova', profession: '', site: '' });
    play.lead({ type: 'answerBeside', ask: play.session.beside[0]!.ask, letIn: true });
    expect(seatsOn(play.session, york).map(({ seat, gone }) => [seat, gone])).toEqual(
      seats.map((seat) => [seat, null]),
    );
  });

  it('[SI4] lose one of them to a device of their own, with hand, floor and the case', () => {
    const { play, ruth, samir, york, seats } = withYork();
    const [claire, kofi] = seats as [SeatId, SeatId];
    play.to('call').lead({ type: 'choosePresenter', seat: claire });
    play.to('presentation').says(york, { type: 'raiseHand', as: kofi });
    const own = lineOf(play.ask('open', 'Claire Dubois'));
    play.connect(own);
    expect(play.room(ruth).leader?.waiting[0]?.mayBe).toEqual(expect.arrayContaining(seats));
    play.to('discussion');
    expect(microphoneOf(play, york)).toBe(false);
    expect(play.lead({ type: 'admit', line: own, answer: 'letIn', seat: claire }).ok).toBe(true);
    expect([microphoneOf(play, own), microphoneOf(play, york)]).toEqual([false, true]);
    const places = play.room(samir).places.filter(({ line }) => line === york || line === own);
    expect(places.map(({ seat, site, sits }) => [seat, site, sits])).toEqual([
      [claire, '', 'back'],
      [kofi, 'York', 'circle'],
      [seats[2], 'York', 'circle'],
    ]);
    expect(play.room(own).you.seats.map(({ seat, comeIn }) => [seat, comeIn])).toEqual([[claire, 'none']]);
    expect(play.room(york).you.seats.map(({ seat }) => seat)).toEqual([kofi, seats[2]]);
  });

  it('[SI4] end with the last who goes to a device of their own, and give no place of another role', () => {
    const { play, york, seats } = withYork(['Claire', 'Kofi']);
    const watching = lineOf(play.ask('watch', 'Claire'));
    expect(play.lead({ type: 'admit', line: watching, answer: 'letIn', seat: seats[0]! })).toMatchObject({
      refusal: 'no-such-seat',
    });
    const first = lineOf(play.ask('open', 'Claire'));
    play.lead({ type: 'admit', line: first, answer: 'letIn', seat: seats[0]! });
    // The other one sits there alone now, and is nobody’s to take while they are there.
    const second = lineOf(play.ask('open', 'Kofi'));
    expect(play.lead({ type: 'admit', line: second, answer: 'letIn', seat: seats[1]! })).toMatchObject({
      refusal: 'no-such-seat',
    });
    play.says(york, { type: 'leave' });
    expect(play.view(york)).toMatchObject({ kind: 'over', reason: 'left' });
    expect(play.lead({ type: 'admit', line: second, answer: 'letIn', seat: seats[1]! }).ok).toBe(true);
    expect(play.view(york)).toMatchObject({ kind: 'over', reason: 'moved' });
  });

  it('[SI2] of a personal link come back from another browser, but for who had left those who stayed', () => {
    const play = new Play('case45', true, ['york']);
    play.connect(play.enter('ruth', 'Ruth'));
    const york = lineOf(play.askTogether('york', 'York', ['Claire', 'Kofi', 'Elena']));
    const goneAt = (line: LineId) => seatsOn(play.session, line).map(({ gone }) => gone);
    play.says(york, { type: 'leave', as: play.session.seats.at(-1)!.seat });
    const other = lineOf(play.ask('york', 'Claire'));
    play.lead({ type: 'admit', line: other, answer: 'letIn' });
    expect(goneAt(other)).toEqual([null, null, 'left']);
    for (const seat of seatsOn(play.session, other).slice(0, 2))
      play.says(other, { type: 'leave', as: seat.seat });
    const third = lineOf(play.ask('york', 'Claire'));
    play.lead({ type: 'admit', line: third, answer: 'letIn' });
    expect(goneAt(third)).toEqual([null, null, null]);
  });
});
