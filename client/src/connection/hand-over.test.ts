import type { View } from '@tele-balint/shared/view/view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { devices } from '../devices/chosen-devices.ts';
import { askOtherWindow, tellOtherWindows } from './hand-over.ts';
import { NOTHING_KNOWN, session } from '../state/store.ts';

type Listener = (message: { readonly data: unknown }) => void;

/** Delivers at once, so that a test need not wait for what does not come. */
class Channel {
  static open = new Set<Channel>();
  onmessage: Listener = () => undefined;
  readonly name: string;
  constructor(name: string) {
    this.name = name;
    Channel.open.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of Channel.open)
      if (other !== this && other.name === this.name) other.onmessage({ data });
  }
  close(): void {
    Channel.open.delete(this);
  }
}
const CLOSED = { microphoneOn: false, microphoneClosedForYou: true, cameraOn: false };

beforeEach(() => {
  vi.stubGlobal('BroadcastChannel', Channel);
  vi.useFakeTimers();
  devices.setState(CLOSED);
});
afterEach(() => {
  Channel.open.clear();
  session.setState(NOTHING_KNOWN);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('sitting here instead', () => {
  it('[VO12] keeps what was open in the window that held the place', async () => {
    const other = new Channel('tele-balint:place:token');
    other.onmessage = ({ data }) => {
      if (data === null) other.postMessage({ microphoneOn: true, cameraOn: false, microphoneId: 'usb' });
    };
    await askOtherWindow('token');
    expect(devices.getState()).toMatchObject({ microphoneOn: true, cameraOn: false, microphoneId: 'usb' });
    expect(devices.getState().microphoneClosedForYou).toBe(false);
  });

  it('[VO12] opens nothing where nobody answers', async () => {
    const asked = askOtherWindow('token');
    await vi.advanceTimersByTimeAsync(1_000);
    await asked;
    expect(devices.getState()).toMatchObject(CLOSED);
  });

  it.each([
    ['the window that holds the place', 'token', { link: 'up', view: { kind: 'room' } }, 1],
    ['no window that has given way', 'token', { link: 'elsewhere', view: { kind: 'room' } }, 0],
    ['no window at the door', 'token', { link: 'up', view: { kind: 'door' } }, 0],
    ['no window of another place', 'other', { link: 'up', view: { kind: 'room' } }, 0],
  ] as const)('[VO12] is answered by %s', (_, token, { link, view }, answers) => {
    const heard = vi.fn();
    const asks = new Channel(`tele-balint:place:${token}`);
    asks.onmessage = ({ data }) => heard(data);
    const stop = tellOtherWindows('token');
    session.setState({ link, view: view as View });
    asks.postMessage(null);
    expect(heard).toHaveBeenCalledTimes(answers);
    if (answers > 0) expect(heard).toHaveBeenCalledWith(devices.getState());
    stop();
    expect(Channel.open.size).toBe(1);
  });
});
