import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import { place } from '../../testing/place.ts';
import { youAs } from '../../testing/you.ts';
import { choicesOf } from './who.ts';

const seat = (name: string, can: readonly string[]) => youAs({ seat: name, can }).seats[0];

const room = (...seats: readonly ReturnType<typeof seat>[]) =>
  ({
    places: seats.map((one) => place(one.seat, { name: `${one.seat} Roy` })),
    you: { ...youAs(), seats },
  }) as unknown as RoomView;

describe('whose a command is', () => {
  it('[SI22] asks nobody who sits there alone, nor where only one could mean it', () => {
    expect(choicesOf(room(seat('Claire', ['raiseHand'])), { type: 'raiseHand' })).toEqual([
      { words: '', command: { type: 'raiseHand' } },
    ]);
    const two = room(seat('Claire', ['askToComeIn']), seat('Kofi', []));
    expect(choicesOf(two, { type: 'askToComeIn' }).map(({ command }) => command)).toEqual([
      { type: 'askToComeIn', as: 'Claire' },
    ]);
  });

  it('[SI22] names each with what it would do for them', () => {
    const two = room(seat('Claire', ['raiseHand']), seat('Kofi', ['lowerHand']));
    expect(choicesOf(two, { type: 'raiseHand' })).toEqual([
      { words: 'Raise the hand of Claire', command: { type: 'raiseHand', as: 'Claire' } },
      { words: 'Lower the hand of Kofi', command: { type: 'lowerHand', as: 'Kofi' } },
    ]);
  });
});
