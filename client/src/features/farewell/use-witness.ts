import type { ForgottenAnswer } from '@tele-balint/shared/http';
import { useEffect, useState } from 'react';
import { serverRequest } from '../../connection/server-request.ts';
import { dropReceipt, keepReceipt, type Receipt } from '../../links/receipt.ts';
import { type Told, WAITING, witness } from './witness.ts';

/** What this page is told of the key to its evening, while it stands. */
export const useWitness = (of: Receipt | null): Told => {
  const [told, setTold] = useState(WAITING);
  const { sessionId, receipt, until } = of ?? { sessionId: '', receipt: null, until: null };
  useEffect(() => {
    if (receipt === null) return;
    keepReceipt({ sessionId, receipt, until });
    const path = `/api/sessions/${sessionId}/forgotten`;
    return witness({
      ask: () => serverRequest<ForgottenAnswer>('POST', path, { receipt }),
      until,
      tell: (news) => {
        if (news.kind === 'late') dropReceipt(sessionId);
        setTold(news);
      },
    });
  }, [sessionId, receipt, until]);
  return told;
};
