import { useEffect, useState } from 'react';
import type { Outside } from './e2ee/sealing-model.ts';
import { rememberSealed } from './said-sealed.ts';
import { isSealedOnly } from './sealed-only.ts';
import { loadSealing } from './sealed-visits.ts';

/**
 * Whether this browser may come in where all is sealed, or where nothing is: `null` = yes.
 * @param sealed what the server says of that; `null` = it has not said anything yet
 */
export const useCanSeal = (sessionId: string, sealed: boolean | null): Outside | 'asking' | null => {
  const [why, setWhy] = useState<Outside | 'asking' | null>('asking');
  useEffect(() => {
    if (sealed !== true) return undefined;
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
  if (sealed === true) return why;
  return sealed === false && isSealedOnly() ? 'never-sealed' : null;
};
