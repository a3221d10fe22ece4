import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import { youLeadAlone } from '../../state/places.ts';
import { place } from '../../testing/place.ts';
import { youAs } from '../../testing/you.ts';
import { askedSaid } from './asked-said.ts';

const view = (you: object = {}, leaderless = false, places = [place('Mei'), place('Ruth Adler')]) =>
  ({
    session: { leaderless, begun: true },
    places,
    you: youAs({ seat: 'Mei', ...you }),
  }) as unknown as RoomView;
const said = (was: RoomView | null, is: RoomView) =>
  askedSaid(was, is).map(({ text, urgent }) => (urgent ? `! ${text}` : text));

describe('what is asked of one person', () => {
  it('[CO21] is said once, also to whoever has just come, and no more once it is answered', () => {
    const asked = view({ standsIn: 'asked', handedBy: 'Ruth Adler', askedToOpen: 7 });
    const all = [
      'The leaders ask: would you lead on if their lines break?',
      '! Ruth asks you to lead in their place.',
      'The leaders ask whether you would open your microphone. It opens only when you press it.',
    ];
    expect(said(view(), asked)).toEqual(all);
    expect(said(null, asked)).toEqual(all);
    expect(said(asked, asked)).toEqual([]);
    expect(said(asked, view({ standsIn: 'agreed' }))).toEqual([]);
    expect(said(asked, view({ ...asked.you.seats[0], askedToOpen: 9 }))).toEqual([all[2]]);
  });

  it('[CO21] whoever leads from now on, or no more, hears it', () => {
    const leads = view({ leads: true });
    expect(said(view(), leads)).toEqual(['! You lead now.']);
    expect(said(leads, view())).toEqual(['You do not lead any more.']);
    expect(said(null, leads)).toEqual([]);
  });

  it('[CO20] that nobody leads is said once, without alarm', () => {
    const alone = view({}, true);
    expect(said(view(), alone)).toEqual([
      'Nobody leads at the moment. The circle goes on as it is, and a leader who comes back leads at once.',
    ]);
    expect([said(alone, alone), said(alone, view())]).toEqual([[], []]);
  });

  it('[LE85] whoever leads alone is the last one, whatever members and observers are here', () => {
    const mine = { leads: true, role: 'leader' };
    const second = (presence: 'here' | 'away' | 'left') =>
      view(mine, false, [place('Mei', { role: 'leader' }), place('Tomás', { role: 'coLeader', presence })]);
    expect([
      youLeadAlone(second('here')),
      youLeadAlone(second('away')),
      youLeadAlone(second('left')),
    ]).toEqual([false, true, true]);
    expect([youLeadAlone(view(mine)), youLeadAlone(view())]).toEqual([true, false]);
    // Looking in before changes nothing, and neither does leaving again.
    expect(youLeadAlone({ ...view(mine), session: { begun: false } } as RoomView)).toBe(false);
  });
});
