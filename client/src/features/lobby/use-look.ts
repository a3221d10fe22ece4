import { useEffect, useState } from 'react';
import type { LookAnswer } from '@tele-balint/shared/http';
import { forgetLink } from '../../links/address.ts';
import { type Answer, serverRequest } from '../../connection/server-request.ts';

/** What the link opens. Looking binds nothing. `null` until the server has answered. */
export function useLook(sessionId: string, secret: string) {
  const [answer, setAnswer] = useState<Answer<LookAnswer> | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let here = true;
    void serverRequest<LookAnswer>('POST', `/api/sessions/${sessionId}/look`, { secret }).then((fresh) => {
      if (!fresh.ok && fresh.refusal === 'over') forgetLink(sessionId);
      if (here) setAnswer(fresh);
    });
    return () => {
      here = false;
    };
  }, [sessionId, secret, round]);
  const lookAgain = () => {
    setAnswer(null);
    setRound((before) => before + 1);
  };
  return { answer, lookAgain };
}
