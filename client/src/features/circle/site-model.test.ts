import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { LineId } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { SILENT_OWN } from '../../media/snapshot.ts';
import { courseIn } from '../../testing/course.ts';
import { youAs } from '../../testing/you.ts';
import { chairOfSite, groupsOf, isWide } from './groups.ts';
import { chairOf, siteOf } from './site-model.ts';
import { lineWith, seated } from './testing.ts';

const at = (line: string, site: string, seat: string, name: string, change: object = {}): PlaceView =>
  seated(seat, name, { line: line as LineId, site, ...change });

const york = (change: object = {}) => [
  at('york', 'York', 'c', 'Claire Dubois', change),
  at('york', 'York', 'k', 'Kofi Mensah'),
  at('york', 'York', 'e', 'Elena Petrova'),
];
const ruth = seated('r', 'Ruth Adler', { role: 'leader' });

const roomWith = (places: readonly PlaceView[], change: object = {}) =>
  ({
    places,
    course: courseIn('discussion'),
    presenter: null,
    leader: null,
    you: youAs({ seat: 'r' }),
    ...change,
  }) as unknown as RoomView;

const is = {
  ...{ link: 'up', own: SILENT_OWN, speaking: false, remote: lineWith('v') },
  chosen: {
    ...{ microphoneOn: true, cameraOn: true, pictureHidden: false },
    ...{ microphoneClosedForYou: false, cameraClosedForYou: false },
  },
} as never;

describe('the tile of several people at one camera', () => {
  it('[SI20] is one wide tile with the site and all names, in the place of the first of them', () => {
    const room = roomWith([ruth, ...york()]);
    const groups = groupsOf(room);
    expect(groups.map((group) => [group.seat, group.places.length, isWide(group)])).toEqual([
      ['r', 1, false],
      ['c', 3, true],
    ]);
    const tile = siteOf(groups[1]!, room, is);
    expect([tile.first, tile.site?.names]).toEqual(['York', 'Claire, Kofi, Elena']);
    expect(tile.spoken).toContain('York, one camera: Claire, Kofi, and Elena');
    expect(tile.picture.track).toBe('v');
  });

  it('[SI20] stays where one of them sits back, says that the site listens, and gives the chair no picture', () => {
    const places = [ruth, ...york({ sits: 'back', presenter: true })];
    const room = roomWith(places, { presenter: 'c' });
    const [, group] = groupsOf(room);
    const tile = siteOf(group!, room, is);
    expect([tile.sits, tile.site, tile.tag?.text, tile.picture.track]).toEqual([
      'circle',
      { names: 'Kofi, Elena', kept: 'Claire' },
      'York listens',
      'v',
    ]);
    const chair = chairOf(chairOfSite(group!)!, room, is);
    expect([chair.seat, chair.sits, chair.card?.text, chair.picture.track, chair.voice]).toEqual([
      'c',
      'back',
      'Claire, at York',
      null,
      false,
    ]);
    const apart = roomWith(places, { course: courseIn('discussion', { apart: true }) });
    expect(siteOf(group!, apart, is).tag?.text).toBe('Claire sits apart');
  });

  it('[SI20] says whose hand is up and who has the floor, and calls your own camera yours', () => {
    const tagWith = (change: object) => {
      const room = roomWith([ruth, ...york(change)], { you: youAs({ seat: 'k' }) });
      const tile = siteOf(groupsOf(room)[1]!, room, is);
      return [tile.tag?.text, tile.site?.names];
    };
    expect(tagWith({ hand: 1 })).toEqual(['Claire: Hand, 1st', 'Claire, Kofi, Elena']);
    expect(tagWith({ floor: true, presence: 'here' })[0]).toBe('Claire has the floor');
    expect(tagWith({ presence: 'left' })[1]).toBe('you: Kofi, Elena');
  });
});
