// Opens a session. The same draft asks with the same ids until the server has said yes.

import { type Answer, serverRequest } from '../../connection/server-request.ts';
import { freshId, freshSecret, hashOf } from '../../links/links.ts';
import { type Draft, type Plan, bodyOf, planOf } from './start-model.ts';

export type Opener = (draft: Draft) => Promise<Answer<Plan>>;

/** One opener per page. Pressing twice is one question; pressing again after a fault repeats it. */
export const makeOpener = (): Opener => {
  let asked: { readonly draft: string; readonly plan: Plan } | null = null;
  let running: Promise<Answer<Plan>> | null = null;

  const ask = async (draft: Draft): Promise<Answer<Plan>> => {
    const { organiserKey: _key, ...lasting } = draft;
    const written = JSON.stringify(lasting);
    if (asked?.draft !== written) {
      asked = { draft: written, plan: planOf(draft, { id: freshId, secret: freshSecret }) };
    }
    const { plan } = asked;
    const hashes = await Promise.all(plan.links.map(({ secret }) => hashOf(secret)));
    const body = bodyOf(draft, plan, hashes);
    const answer = await serverRequest<unknown>('PUT', `/api/sessions/${plan.sessionId}`, body);
    return answer.ok ? { ok: true, value: plan } : answer;
  };

  return (draft) => {
    running ??= ask(draft).finally(() => {
      running = null;
    });
    return running;
  };
};
