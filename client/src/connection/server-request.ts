// One question to the server over HTTP. Every "no" is a value, also "nobody answers".

import type { AnyRefusal } from '../text/text.ts';

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: AnyRefusal };

const refusedFor = (refusal: AnyRefusal): Answer<never> => ({ ok: false, refusal });

/** Which "no" an answer means when it does not say so itself. */
const refusalOf = (status: number, body: unknown): AnyRefusal => {
  if (typeof body === 'object' && body !== null && 'refusal' in body && typeof body.refusal === 'string')
    return body.refusal as AnyRefusal;
  if (status === 429) return 'too-many-tries';
  return status >= 500 ? 'unavailable' : 'bad-request';
};

export const serverRequest = async <T>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
): Promise<Answer<T>> => {
  try {
    const response = await fetch(path, {
      method,
      cache: 'no-store',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json().catch(() => null);
    return response.ok ? { ok: true, value: answer as T } : refusedFor(refusalOf(response.status, answer));
  } catch {
    return refusedFor('network');
  }
};
