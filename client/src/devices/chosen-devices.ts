import { createStore } from 'zustand/vanilla';
import { remembered, rememberDevices } from '../links/remembered.ts';

/** What this person chose: which devices, and whether each is wished to be on. */
export type Devices = {
  readonly microphoneId: string | null;
  readonly cameraId: string | null;
  readonly microphoneOn: boolean;
  readonly cameraOn: boolean;
  /** Closed by the page, and not by its owner's own choice. */
  readonly microphoneClosedForYou?: boolean;
  readonly cameraClosedForYou?: boolean;
  /** My own picture is hidden from me; the others see it. */
  readonly pictureHidden: boolean;
};

const KEPT = 'tele-balint:devices';
const lobby: Devices = {
  microphoneId: null,
  cameraId: null,
  microphoneOn: true,
  cameraOn: true,
  pictureHidden: false,
};

const kept = (): Devices | null => {
  try {
    const text = sessionStorage.getItem(KEPT);
    return text === null ? null : { ...lobby, ...(JSON.parse(text) as Partial<Devices>) };
  } catch {
    return null;
  }
};

/** Which ones were used last time. Whether they are on is chosen anew. */
const ofLastTime = (): Devices => {
  const { microphoneId = null, cameraId = null } = remembered() ?? {};
  return { ...lobby, microphoneId, cameraId };
};

/** The lobby and the controls write it, the media layer follows it. A reload of this tab finds it again. */
export const devices = createStore<Devices>(() => kept() ?? ofLastTime());

devices.subscribe((state) => {
  // Whoever opens it closes it themselves from then on.
  if (state.microphoneOn && state.microphoneClosedForYou)
    return devices.setState({ microphoneClosedForYou: false });
  if (state.cameraOn && state.cameraClosedForYou) return devices.setState({ cameraClosedForYou: false });
  rememberDevices(state);
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(state));
  } catch {
    // A browser without storage asks again after a reload.
  }
});

/** Closes the microphone for its owner. What they had closed themselves stays their choice. */
export const closeMicrophone = (): void => {
  if (devices.getState().microphoneOn)
    devices.setState({ microphoneOn: false, microphoneClosedForYou: true });
};

/** Closes both for their owner, who goes away from them for a moment. */
export const closeBoth = (): void => {
  closeMicrophone();
  if (devices.getState().cameraOn) devices.setState({ cameraOn: false, cameraClosedForYou: true });
};

/** Coming in without the lobby and without an earlier choice in this tab: nothing opens by itself. */
export const closeUnlessChosen = (): void => {
  if (kept() !== null) return;
  closeMicrophone();
  devices.setState({ cameraOn: false, cameraClosedForYou: true });
};
