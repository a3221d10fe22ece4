// Whether this browser can seal, found out by trying and not by its name.

import type { Outside } from './sealing-model.ts';
import { startWorker } from './worker.ts';

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

/** The worker itself, and that it answers: a policy or a filter may keep it away. */
const workerStarts = async (): Promise<boolean> => {
  const worker = startWorker();
  return worker
    .alive(STARTS_WITHIN)
    .then(() => true)
    .finally(worker.end);
};

/** It was found out once, and stays so for this page. */
let can = false;

/** Why it cannot, or null. Asks for no device. */
export const whyNotSeal = async (): Promise<Outside | null> => {
  if (can) return null;
  if (!hasTransforms() || !(await hasCurves())) return 'browser';
  can = await workerStarts().catch(() => false);
  return can ? null : 'worker';
};
