import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { leaveTold } from './leave.ts';

/** A log whose lines are on their way until `drain`. */
const output = () => Object.assign(new EventEmitter(), { write: () => true });

describe('the last step of the program', () => {
  it('[HS2] waits for the log’s last lines', async () => {
    const log = output();
    const ended: number[] = [];
    const leaving = leaveTold(0, log, (code) => ended.push(code));
    await Promise.resolve();
    expect(ended).toEqual([]);
    log.emit('drain');
    await leaving;
    expect(ended).toEqual([0]);
  });

  it('[HS2] and not for ever where nobody reads them', async () => {
    const ended: number[] = [];
    await leaveTold(1, output(), (code) => ended.push(code));
    expect(ended).toEqual([1]);
  });
});
