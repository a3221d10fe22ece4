// Whether this browser can seal, found out by trying and not by its name.

import type { Outside } from './sealing-model.ts';
import { type SealingWorker, startWorker } from './worker.ts';

/** Milliseconds: with its file. */
const STARTS_WITHIN = 10_000;

const hasTransforms = (): boolean =>
  'RTCRtpScriptTransform' in globalThis ||
  (typeof RTCRtpSender !== 'undefined' && 'createEncodedStreams' in RTCRtpSender.prototype);

const hasCurves = async (): Promise<boolean> => {
  const signs = crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const agrees = crypto.subtle.generateKey('X25519', false, ['deriveBits']);
  return Promise.all([signs, agrees]).then(
    () => true,
    () => false,
  );
};

/** The worker of the trial, until somebody takes it: it is loaded, and was told nothing yet. */
let tried: SealingWorker | null = null;

/** The worker itself, and that it answers: a policy or a filter may keep it away. */
const workerStarts = async (): Promise<boolean> => {
  const worker = startWorker();
  const starts = await worker.alive(STARTS_WITHIN).then(
    () => true,
    () => false,
  );
  if (starts) tried = worker;
  else worker.end();
  return starts;
};

/** A worker for one visit: that of the trial for the first one, who so is heard sooner, and a new one for each after it. */
export const takeWorker = (): SealingWorker => {
  const worker = tried ?? startWorker();
  tried = null;
  return worker;
};

const tryAll = async (): Promise<Outside | null> => {
  if (!hasTransforms() || !(await hasCurves())) return 'browser';
  return (await workerStarts().catch(() => false)) ? null : 'worker';
};

/** One trial for all who ask; that it can stays so for this page. */
let trial: Promise<Outside | null> | null = null;

/** Why it cannot, or null. Asks for no device. */
export const whyNotSeal = (): Promise<Outside | null> => {
  trial ??= tryAll().then((why) => {
    if (why !== null) trial = null;
    return why;
  });
  return trial;
};
