// What every media server must do, the one in memory as well as the real one.

import { randomUUID } from 'node:crypto';
import type { MediaIdentity } from '@tele-balint/shared/vocabulary';
import { expect, test } from 'vitest';
import type { Media } from './port.ts';

export type MediaUnderTest = {
  readonly media: Media;
  /** Lets somebody join, with a token of the media server where it has real ones. */
  join(room: string, identity: string): Promise<void>;
};

const SPEAKS = { microphone: true, camera: false };
const SHOWS = { microphone: false, camera: true };
const NOTHING = { microphone: false, camera: false };

/** @param given the media server of each test */
export function mediaContract(given: () => MediaUnderTest): void {
  const fresh = (): string => `${randomUUID()}.circle`;

  test('[EN1] a room that is not there has nobody in it, and changing it is an answer, not a failure', async () => {
    const { media } = given();
    const room = fresh();
    expect(await media.participants(room)).toEqual([]);
    expect(await media.apply(room, 'alice', SPEAKS)).toBe('absent');
    await media.remove(room, 'alice');
    await media.closeRoom(room);
  });

  test('[EN1] who joins has no right to send; rights are replaced whole', async () => {
    const { media, join } = given();
    const room = fresh();
    await join(room, 'alice');
    expect(await media.participants(room)).toMatchObject([
      { identity: 'alice', rights: NOTHING, tracks: [] },
    ]);
    for (const rights of [SPEAKS, SHOWS, { microphone: true, camera: true }, NOTHING]) {
      expect(await media.apply(room, 'alice', rights)).toMatchObject({ identity: 'alice', rights });
      expect(await media.participants(room)).toMatchObject([{ rights }]);
    }
    expect(await media.apply(room, 'bert', SPEAKS)).toBe('absent');
  });

  test('[EN1] out is out, twice is fine', async () => {
    const { media, join } = given();
    const room = fresh();
    await join(room, 'alice');
    await media.remove(room, 'alice');
    await media.remove(room, 'alice');
    expect(await media.participants(room)).toEqual([]);
    await join(room, 'bert');
    await media.closeRoom(room);
    await media.closeRoom(room);
    expect(await media.participants(room)).toEqual([]);
  });

  test('[HS26] a stay is known while it goes on, and not before or after', async () => {
    const { media, join } = given();
    const room = fresh();
    expect(await media.knows(room, 'alice')).toBe(false);
    await join(room, 'alice');
    expect(await media.knows(room, 'alice')).toBe(true);
    expect(await media.knows(room, 'bert')).toBe(false);
    await media.remove(room, 'alice');
    expect(await media.knows(room, 'alice')).toBe(false);
  });

  test('[EN1] it is ready, and mints tokens', async () => {
    const { media } = given();
    expect(await media.ready()).toBe(true);
    expect(await media.mintJoin(fresh(), 'alice' as MediaIdentity)).toEqual(expect.any(String));
  });
}
