import { useEffect, useRef, useState } from 'react';
import type { LookAnswer } from '@tele-balint/shared/http';
import { SECOND } from '@tele-balint/shared/vocabulary';
import { forgetLink } from '../../links/address.ts';
import { type Answer, serverRequest } from '../../connection/server-request.ts';
import { keepLooking } from './keep-looking.ts';
import { isFinal } from './lobby-model.ts';

/** Milliseconds for one look: after a sleep it may hang on a connection that is dead. */
const ANSWER_WITHIN = 20 * SECOND;

type Look = Answer<LookAnswer>;

/** What the lobby goes by: a refusal that passes takes nothing away from who has the page and writes in it. */
const standing = (before: Look | null, fresh: Look): Look =>
  before?.ok === true && !fresh.ok && !isFinal(fresh.refusal) ? before : fresh;

/** What the link opens. Looking binds nothing. `null` until the server has answered. */
export function useLook(sessionId: string, secret: string) {
  const [answer, setAnswer] = useState<Look | null>(null);
  const looking = useRef<ReturnType<typeof keepLooking> | null>(null);
  useEffect(() => {
    const path = `/api/sessions/${sessionId}/look`;
    looking.current = keepLooking({
      look: () => serverRequest('POST', path, { secret }, AbortSignal.timeout(ANSWER_WITHIN)),
      tell: (fresh) => {
        if (!fresh.ok && fresh.refusal === 'over') forgetLink(sessionId);
        setAnswer((before) => standing(before, fresh));
      },
    });
    return looking.current.stop;
  }, [sessionId, secret]);
  const lookAgain = () => {
    setAnswer(null);
    looking.current?.again();
  };
  return { answer, lookAgain };
}
