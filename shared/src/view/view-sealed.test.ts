import { expect, it } from 'vitest';
import { NO_MEDIA } from '../media-report.ts';
import { fullCircle } from '../testing/play.ts';

it('[EE11] everybody in the room and at the door is told whether sound and pictures are sealed', () => {
  const { play, ruth, mei } = fullCircle();
  const guest = play.enter('open', 'Guest');
  for (const sealed of [true, false])
    for (const line of [ruth, mei, guest])
      expect(play.view(line, { ...NO_MEDIA, sealed })).toMatchObject({ sealed });
});
