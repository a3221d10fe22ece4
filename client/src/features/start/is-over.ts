import type { LookAnswer } from '@tele-balint/shared/http';
import { serverRequest } from '../../connection/server-request.ts';
import type { OpenedRoom } from './kept-rooms.ts';

/** One link may have been renewed meanwhile; that the first ones all are unknown means that the session is forgotten. */
const ASKED = 3;

/** Whether the session of a room is over, so that its links open nothing any more. Without an answer it is not. */
export const isOver = async ({ plan }: OpenedRoom): Promise<boolean> => {
  for (const { secret } of plan.links.slice(0, ASKED)) {
    const answer = await serverRequest<LookAnswer>('POST', `/api/sessions/${plan.sessionId}/look`, {
      secret,
    });
    if (answer.ok) return false;
    if (answer.refusal === 'over') return true;
    if (answer.refusal !== 'unknown-link') return false;
  }
  return true;
};
