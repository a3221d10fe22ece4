import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import { devices } from '../../devices/chosen-devices.ts';
import { youAs } from '../../testing/you.ts';
import { itemAfter, itemsOf } from './menu-model.ts';

const view = (you: object, leaving: object | null = null) =>
  ({ you: youAs({ seat: 'm', ...you }), session: { leaving } }) as unknown as RoomView;
const words = (you: object, chosen = {}, fails = false) =>
  itemsOf(view(you), { ...devices.getState(), ...chosen }, fails, null).map((item) => item.words);

describe('the menu of the own controls', () => {
  it('[MO1] holds devices, who else is here, the own picture and the call for help; leaders share no camera', () => {
    expect(words({ role: 'member' })).toEqual([
      'Devices',
      'More people at this camera?',
      'Hide my picture from myself',
      'Call a leader for help',
    ]);
    expect(words({ role: 'coLeader' })).not.toContain('More people at this camera?');
    expect(words({}, { pictureHidden: true })).toContain('Show my picture to me');
  });

  it('[MO1, LT3] asks how one is reached only where all is sealed, and not once the evening has ended', () => {
    const ids = (sealed: boolean, leaving: object | null = null) =>
      itemsOf({ ...view({}, leaving), sealed }, devices.getState(), false, null).map(({ id }) => id);
    expect([ids(true).includes('contact'), ids(false).includes('contact')]).toEqual([true, false]);
    expect(ids(true, { endsAt: 1 })).not.toContain('contact');
  });

  it('[MO1, LV2] holds what is one’s own alone once the evening has ended', () => {
    const items = itemsOf(view({}, { endsAt: 1 }), devices.getState(), false, null);
    expect(items.map(({ id }) => id)).toEqual(['devices', 'picture']);
  });

  it('[MO1] leads to another device where one fails, and says what has become of a call', () => {
    expect(words({}, {}, true)[0]).toBe('Choose another');
    const [help] = itemsOf(view({}), devices.getState(), false, 'The leaders know.').slice(-1);
    expect(help).toMatchObject({ words: 'The leaders know.', rests: true });
  });

  it('[MO1] goes round by arrows, to its ends by Home and End, and to a first letter', () => {
    const some = ['Devices', 'Hide', 'Call', 'Hand'];
    const led = (key: string, at: number) => itemAfter(key, at, some);
    expect([led('ArrowDown', 0), led('ArrowDown', 3), led('ArrowDown', -1)]).toEqual([1, 0, 0]);
    expect([led('ArrowUp', 0), led('ArrowUp', 2), led('ArrowUp', -1)]).toEqual([3, 1, 3]);
    expect([led('Home', 2), led('End', 0)]).toEqual([0, 3]);
    expect([led('h', 0), led('H', 1), led('h', 3), led('c', -1)]).toEqual([1, 3, 1, 2]);
    expect([led('x', 0), led(' ', 0), led('Enter', 0)]).toEqual([null, null, null]);
  });
});
