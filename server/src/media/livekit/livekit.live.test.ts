import { dispose, Room } from '@livekit/rtc-node';
import type { MediaIdentity } from '@tele-balint/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LiveKit, startLiveKit } from '../../../../e2e/livekit.ts';
import { createLiveKit } from './livekit.ts';
import { mediaContract } from '../port.contract.ts';
import type { Media } from '../port.ts';

describe('LiveKit', () => {
  let livekit: LiveKit;
  let media: Media;
  const rooms: Room[] = [];
  beforeAll(async () => {
    livekit = await startLiveKit();
    media = createLiveKit(livekit);
  });
  afterAll(async () => {
    await Promise.all(rooms.map((room) => room.disconnect()));
    await livekit.stop();
    await dispose();
  });

  mediaContract(() => ({
    media,
    async join(room, identity) {
      const guest = new Room();
      rooms.push(guest);
      await guest.connect(livekit.url, await media.mintJoin(room, identity as MediaIdentity), {
        autoSubscribe: false,
        dynacast: false,
      });
    },
  }));

  test('[HT14] another secret than its own: not ready', async () => {
    expect(
      await createLiveKit({ ...livekit, secret: 'another secret of more than 32 characters' }).ready(),
    ).toBe(false);
    expect(await media.ready()).toBe(true);
  });

  test('[EN7] [HS26] away: calls reject within 2 s, and it is not ready', async () => {
    await livekit.kill();
    const began = performance.now();
    await expect(media.participants('somewhere.circle')).rejects.toThrow();
    expect(await media.ready()).toBe(false);
    expect(await media.knows('somewhere.circle', 'alice')).toBe(false);
    expect(performance.now() - began).toBeLessThan(4000);
    await livekit.start();
    expect(await media.ready()).toBe(true);
    await livekit.freeze();
    // It may go on and remember: nobody is told to give a stay up.
    await expect(media.knows('somewhere.circle', 'alice')).rejects.toThrow();
    livekit.thaw();
  });
});
