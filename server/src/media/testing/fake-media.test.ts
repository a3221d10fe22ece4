import { describe } from 'vitest';
import { mediaContract } from '../port.contract.ts';
import { createFakeMedia } from './fake-media.ts';

describe('the media server in memory', () => {
  mediaContract(() => {
    const media = createFakeMedia();
    return { media, join: (room, identity) => Promise.resolve(media.join(room, identity)) };
  });
});
