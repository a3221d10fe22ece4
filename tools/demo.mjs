import { createHash, randomBytes } from 'node:crypto';

/** The 45-minute case: shared's own TypeScript cannot be read by every Node that this runs on. */
const STEPS = [
  ['arrive', null],
  ['call', null],
  ['presentation', 5],
  ['questions', 5],
  ['pushBack', null],
  ['discussion', 25],
  ['return', 5],
  ['closing', 5],
].map(([kind, minutes], index) => ({ id: `s${index + 1}`, kind, minutes }));

/** A fresh random value that can stand in a link. */
const fresh = (bytes) => randomBytes(bytes).toString('base64url');

/** All that the server learns of a secret. */
const hashed = (secret) => createHash('sha256').update(secret).digest('base64url');

/**
 * Opens a session for trying out.
 * @param {string} origin of the running server
 * @returns {Promise<string[]>} one line for each link
 */
export async function openDemo(origin) {
  const id = fresh(16);
  const room = fresh(32);
  const people = [
    { label: 'leader', kind: 'leader', role: 'leader' },
    { label: 'member', kind: 'personal', role: 'member' },
    { label: 'member', kind: 'personal', role: 'member' },
  ].map((person) => ({ ...person, secret: fresh(32) }));
  const body = {
    protocol: {
      madeFrom: 'case45',
      reentry: 'leaders',
      outerRing: false,
      presenterWait: 120,
      leavingMinutes: 10,
      debrief: true,
      steps: STEPS,
    },
    group: 'Demo',
    invitations: people.map(({ kind, role, secret }) => ({
      invitation: fresh(12),
      hash: hashed(secret),
      kind,
      role,
      name: null,
    })),
    ...(process.env.ORGANISER_KEY ? { organiserKey: process.env.ORGANISER_KEY } : {}),
  };
  const response = await fetch(`${origin}/api/sessions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`The demo session could not be opened: ${response.status} ${await response.text()}`);
  }
  return people.map(({ label, secret }) => `${label} ${origin}/s/${id}#${secret}.${room}`);
}
