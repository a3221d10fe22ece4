import { useEffect, useState } from 'react';
import type { LookAnswer } from '@tele-balint/shared/http';
import { forgetLink } from '../../links/address.ts';
import { type Answer, serverRequest } from '../../connection/server-request.ts';

/** Milliseconds until the link is looked at again, at least and at most. */
const SOONEST = 5_000;
const LONGEST = 2 ** 31 - 1;

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
  const opensAt = answer?.ok === true ? answer.value.opensAt : null;
  useEffect(() => {
    if (opensAt === null) return undefined;
    // What was said of the door holds until then; a timer bears no more than 24 days.
    const wait = Math.min(Math.max(SOONEST, opensAt - Date.now()), LONGEST);
    const timer = setTimeout(() => setRound((before) => before + 1), wait);
    return () => clearTimeout(timer);
  }, [opensAt, answer]);
  const lookAgain = () => {
    setAnswer(null);
    setRound((before) => before + 1);
  };
  return { answer, lookAgain };
}
