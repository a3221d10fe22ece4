import type { Room, RoomOptions } from '@livekit/rtc-node';
import type { Place } from './keys.ts';
import { ENCRYPTION } from './node-ring.ts';

/** Joins the media server; a program with keys seals all that it sends, and announces it so. */
export const enter = async (
  room: Room,
  { url, token, keys = null }: Place,
  options: Pick<RoomOptions, 'autoSubscribe'>,
): Promise<void> => {
  const encryption = keys === null ? {} : { encryption: ENCRYPTION };
  await room.connect(url, token, { dynacast: false, ...options, ...encryption });
  await keys?.join(room);
};
