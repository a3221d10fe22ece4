import { describe, expect, it } from 'vitest';
import { SILENT_OWN } from '../../media/snapshot.ts';
import type { Devices } from '../../devices/chosen-devices.ts';
import { cameTo } from './key-said.ts';

const chosen = { microphoneOn: true, cameraOn: true } as Devices;
const closed = { microphoneOn: false, cameraOn: false } as Devices;
const live = { ...SILENT_OWN, micLive: true, camLive: true };

describe('after a shortcut', () => {
  it('[KY1] the state is said when it is reached, not when it is wished', () => {
    expect(cameTo('microphone', SILENT_OWN, chosen)).toBeNull();
    expect(cameTo('microphone', live, chosen)?.words).toBe('Your microphone is open.');
    expect(cameTo('microphone', { ...live, micSilent: true }, chosen)?.words).toContain('gives no sound now');
    expect(cameTo('microphone', live, closed)?.words).toBe('Your microphone is closed.');
    expect(cameTo('camera', SILENT_OWN, chosen)).toBeNull();
    expect(cameTo('camera', live, chosen)?.words).toBe('Your camera is on.');
    expect(cameTo('camera', live, closed)?.words).toBe('Your camera is off.');
  });

  it('[KY1] a failing device is said, and what becomes of it is still waited for', () => {
    const blocked = { ...SILENT_OWN, micFault: 'blocked', camFault: 'missing' } as const;
    expect(cameTo('microphone', blocked, chosen)).toMatchObject({ settled: false });
    expect(cameTo('microphone', blocked, chosen)?.words).toContain('keeps the microphone closed');
    expect(cameTo('camera', blocked, chosen)?.words).toBe('Camera, not available.');
  });
});
