// "Sit here instead" is one person moving from window to window: what was open stays open, what was closed closed.

import { devices, type Devices } from '../devices/chosen-devices.ts';
import { session } from '../state/store.ts';

/** Milliseconds for the other window's answer: it is in this browser, or it is not there. */
const ANSWER_WITHIN = 500;

/** Only windows of this browser know the token, so only they hear each other. */
const channelOf = (token: string): BroadcastChannel => new BroadcastChannel(`tele-balint:place:${token}`);

/** Answers with this window's devices and wishes, as long as it holds the place. Gives back how to stop. */
export const tellOtherWindows = (token: string): (() => void) => {
  const channel = channelOf(token);
  channel.onmessage = ({ data }) => {
    const { link, view } = session.getState();
    if (data === null && link === 'up' && view?.kind === 'room') channel.postMessage(devices.getState());
  };
  return () => channel.close();
};

/** Takes over devices and wishes of the window that holds the place; without an answer nothing changes. */
export const askOtherWindow = (token: string): Promise<void> =>
  new Promise((resolve) => {
    const channel = channelOf(token);
    const done = () => {
      clearTimeout(timer);
      channel.close();
      resolve();
    };
    const timer = setTimeout(done, ANSWER_WITHIN);
    channel.onmessage = ({ data }: MessageEvent<Devices | null>) => {
      if (data === null) return;
      devices.setState(data);
      done();
    };
    channel.postMessage(null);
  });
