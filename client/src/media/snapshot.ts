// What React may know of the media server: plain data. LiveKit's objects stay in this folder.

import type { Fault } from '../devices/fault.ts';

/** One remote line as it is now. What arrives is named by the browser's own id of it: a sid may come back. */
export type RemoteLine = {
  readonly audio: string | null;
  readonly video: string | null;
  /** Publishes a microphone that is not muted. */
  readonly micOpen: boolean;
  /** Publishes a camera that is not muted, also while its picture is still on the way. */
  readonly camOn: boolean;
  /** Publishes a camera that its owner has turned off. */
  readonly camOff: boolean;
  /** In the media server for a while: what is not published now is closed by choice. */
  readonly settled: boolean;
  readonly speaking: boolean;
  readonly quality: 'good' | 'weak';
};

export type OwnLine = {
  readonly micLive: boolean;
  /** This visit has opened the microphone: before that it can have sent no sound. */
  readonly micOpened: boolean;
  /** The media server has taken the right to speak; the view that says so is on its way. */
  readonly micTaken: boolean;
  /** Live, and kept silent by the system for a while: nobody hears it. */
  readonly micSilent: boolean;
  readonly camLive: boolean;
  /** Live, and the system lets it give no picture. */
  readonly camSilent: boolean;
  readonly video: string | null;
  readonly micFault: Fault | null;
  readonly camFault: Fault | null;
};

/** What changes several times a second. */
export type OwnVoice = {
  readonly speaking: boolean;
  /** 0 to 100, for meters. */
  readonly level: number;
};

export type MediaSnapshot = {
  /** `away` = the media server has been given up for the moment and is tried again. */
  readonly link: 'off' | 'connecting' | 'up' | 'away';
  /** False while the browser waits for a click before it plays. */
  readonly canPlay: boolean;
  /** The loudspeaker of this window; off in a second window until somebody turns it on. */
  readonly loud: boolean;
  readonly lines: Readonly<Record<string, RemoteLine>>;
  readonly own: OwnLine;
  readonly voice: OwnVoice;
};

export const SILENT_OWN: OwnLine = {
  micLive: false,
  micOpened: false,
  micTaken: false,
  micSilent: false,
  camLive: false,
  camSilent: false,
  video: null,
  micFault: null,
  camFault: null,
};

export const NO_MEDIA: MediaSnapshot = {
  link: 'off',
  canPlay: true,
  loud: true,
  lines: {},
  own: SILENT_OWN,
  voice: { speaking: false, level: 0 },
};
