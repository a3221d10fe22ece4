import { describe, expect, it } from 'vitest';
import { Play } from '../testing/play.ts';
import { SECOND, type LineId } from '../vocabulary.ts';
import { look } from './look.ts';

/** A session that nobody leads any more, with Bert at the door by his own link and Eve by the open one. */
const leaderless = (door: 'open' | 'closed' = 'open') => {
  const play = new Play('case45', true, ['anna', 'bert']);
  const ruth = play.enter('ruth', 'Ruth');
  play.connect(ruth);
  if (door === 'closed') play.lead({ type: 'closeDoor' });
  play.disconnect(ruth);
  play.wait(30 * SECOND);
  const bert = play.enter('bert', 'Bert');
  const eve = play.enter('open', 'Eve');
  return { play, ruth, bert, eve };
};
const reason = (play: Play, line: LineId) => {
  const view = play.view(line);
  return view?.kind === 'door' ? view.reason : view?.kind;
};

describe('a door that nobody opens', () => {
  it('[DR2] says so to everybody who waits, and beforehand', () => {
    for (const door of ['open', 'closed'] as const) {
      const { play, bert, eve } = leaderless(door);
      expect([reason(play, bert), reason(play, eve)]).toEqual(['no-leader-yet', 'no-leader-yet']);
      expect(look(play.session, 'hash-anna', play.now)).toMatchObject({ door, led: false });
    }
  });

  it('[DR2] lets the owners of personal links in with a leader who is back, whichever way', () => {
    const ways: readonly ((play: Play, ruth: LineId) => unknown)[] = [
      (play, ruth) => play.connect(ruth),
      (play) => play.enter('ruth', 'Ruth', true),
      (play) => play.enter('tomas', 'Tomás'),
    ];
    for (const comeBack of ways) {
      const { play, ruth, bert, eve } = leaderless();
      comeBack(play, ruth);
      expect([reason(play, bert), reason(play, eve)]).toEqual(['room', 'by-name']);
      expect(look(play.session, 'hash-anna', play.now)).toMatchObject({ led: true });
    }
  });

  it('[DR2] stays closed where a leader had closed it', () => {
    const { play, ruth, bert } = leaderless('closed');
    play.connect(ruth);
    expect(reason(play, bert)).toBe('door-closed');
  });

  it('[DR2] opens for nobody when a member is back', () => {
    const { play, bert } = leaderless();
    const anna = play.enter('anna', 'Anna');
    play.connect(anna);
    expect(reason(play, bert)).toBe('no-leader-yet');
  });

  it.each(['stepUp', 'takeLead', 'agreeBackup'] as const)(
    '[DR2] lets in whoever waited for a leader, where somebody leads by %s',
    (type) => {
      const play = new Play('case45', true, ['anna']);
      const sit = (link: string, name: string) => {
        const line = play.enter(link, name);
        play.connect(line);
        return line;
      };
      const [ruth, tomas, mei] = [sit('ruth', 'Ruth'), sit('tomas', 'Tomás'), sit('open', 'Mei')] as const;
      play.lead({ type: 'admit', line: mei, answer: 'letIn' });
      if (type === 'stepUp') play.says(ruth, { type: 'stepDown' });
      else {
        play.lead({ type: type === 'takeLead' ? 'handOn' : 'nameBackup', seat: play.seat(mei) });
        play.disconnect(ruth);
      }
      play.disconnect(tomas);
      play.wait(31_000).tick();
      const anna = sit('anna', 'Anna');
      expect(play.view(anna)).toMatchObject({ kind: 'door', reason: 'no-leader-yet' });
      expect(play.says(type === 'stepUp' ? ruth : mei, { type }).ok).toBe(true);
      expect(play.view(anna)).toMatchObject({ kind: 'room' });
    },
  );
});
