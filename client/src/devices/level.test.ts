import { describe, expect, it } from 'vitest';
import { levelOf } from './level.ts';

describe('how loud a microphone is', () => {
  it('[LB6] the level moves with the voice', () => {
    expect(levelOf(new Float32Array(64))).toBe(0);
    expect(levelOf(new Float32Array(64).fill(0.05))).toBeGreaterThan(50);
    expect(levelOf(new Float32Array(64).fill(1))).toBe(100);
  });
});
