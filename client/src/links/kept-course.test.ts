import { protocolOf } from '@tele-balint/shared/protocol/presets';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from '../testing/storage.ts';
import { keepCourse, keptCourse } from './kept-course.ts';
import { COURSE, setShared } from './remembered.ts';

const ours = { name: 'Our Thursday', protocol: { ...protocolOf('two90', false), madeFrom: null } };

beforeEach(() => vi.stubGlobal('localStorage', fakeStorage()));
afterEach(() => vi.unstubAllGlobals());

describe('the course that a leader used last', () => {
  it('[ED4] is there again as it was', () => {
    expect(keptCourse()).toBeNull();
    keepCourse(ours);
    expect(keptCourse()).toEqual(ours);
  });

  it('[ED4] is not there where it cannot be read any more', () => {
    localStorage.setItem(COURSE, '{"format":"tele-balint course","version":99}');
    expect(keptCourse()).toBeNull();
  });

  it('[ED4] is not kept at a shared computer, and what was kept goes when one is told so', () => {
    keepCourse(ours);
    setShared(true);
    expect(JSON.stringify({ ...localStorage })).not.toContain('Thursday');
    keepCourse(ours);
    expect(keptCourse()).toBeNull();
  });

  it('[ED4] without a storage is none, and nothing breaks', () => {
    vi.unstubAllGlobals();
    keepCourse(ours);
    expect(keptCourse()).toBeNull();
  });
});
