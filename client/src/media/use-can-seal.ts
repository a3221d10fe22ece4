import { useEffect, useState } from 'react';
import type { Refusal } from './e2ee/sealing-model.ts';
import { rememberSealed } from './said-sealed.ts';
import { loadSealing } from './sealed-visits.ts';

/**
 * Whether this browser may come in where all is sealed: `null` = yes, or nothing is sealed here.
 * @param sealed whether the server says so
 */
export const useCanSeal = (sessionId: string, sealed: boolean): Refusal | 'asking' | null => {
  const [why, setWhy] = useState<Refusal | 'asking' | null>('asking');
  useEffect(() => {
    if (!sealed) return undefined;
    rememberSealed(sessionId);
    let here = true;
    void loadSealing()
      .then(({ whyNotSeal }) => whyNotSeal())
      .catch(() => 'worker' as const)
      .then((found) => (here ? setWhy(found) : undefined));
    return () => {
      here = false;
    };
  }, [sessionId, sealed]);
  return sealed ? why : null;
};
