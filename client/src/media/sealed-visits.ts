// Visits where sound and pictures are sealed: each has a worker, keys and a connection of its own.

import type { Space } from '@tele-balint/shared/vocabulary';
import type { Envelopes } from '../connection/envelopes.ts';
import type { Refusal } from './e2ee/sealing-model.ts';
import { UNSEALED } from './e2ee/sealing-model.ts';
import { tellSealing } from './e2ee/sealing-store.ts';
import { type Visit, visit } from './visit.ts';

/** Milliseconds until everything is tried anew after something of it was missed. */
const ANEW_AFTER = 2_000;

type Given = {
  readonly sessionId: string;
  readonly token: string;
  readonly identity: string;
  readonly space: Space;
  /** The room secret, imported. */
  readonly secret: CryptoKey;
  readonly envelopes: Envelopes;
};

/** No visit at all, and the reason to show. */
export const refusedStay = (refusal: Refusal) => {
  tellSealing({ ...UNSEALED, own: 'refused', refusal });
  return { visit: () => null, leave: () => tellSealing(UNSEALED) };
};

export const loadSealing = () => import('./e2ee/parts.ts');

/**
 * Follows one identity in one space. Whatever is missed of its sealing ends the visit, and the next one has everything anew:
 * none goes on without.
 */
export const sealedVisits = (given: Given) => {
  let current: Visit | null = null;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = (): void => {
    current?.leave();
    current = null;
  };
  const refuse = (refusal: Refusal): void => {
    end();
    if (ended) return;
    clearTimeout(timer);
    tellSealing({ ...UNSEALED, own: 'refused', refusal });
    if (refusal !== 'browser') timer = setTimeout(start, ANEW_AFTER);
  };
  const begin = async (): Promise<void> => {
    const { makeSeal, whyNotSeal } = await loadSealing();
    const why = await whyNotSeal();
    if (ended) return;
    if (why !== null) return refuse(why);
    const seal = makeSeal({ ...given, onMiss: () => refuse('worker') });
    try {
      current = visit(given, seal.gates, seal);
    } catch (error) {
      seal.stop();
      throw error;
    }
  };
  const start = (): void => void begin().catch(() => refuse('worker'));
  start();

  return {
    visit: () => current,
    leave: (): void => {
      ended = true;
      clearTimeout(timer);
      end();
      tellSealing(UNSEALED);
    },
  };
};
