// One question to the server over HTTP. Every "no" is a value, also "nobody answers".

import type { AnyRefusal } from '../text/text.ts';

export type Answer<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** By how much the server's clock is ahead of this device's, in ms; it says only whole seconds, and is absent where it says nothing. */
      readonly ahead?: number;
    }
  | { readonly ok: false; readonly refusal: AnyRefusal };

const refusedFor = (refusal: AnyRefusal): Answer<never> => ({ ok: false, refusal });

/** Which "no" an answer means when it does not say so itself. */
const refusalOf = (status: number, body: unknown): AnyRefusal => {
  if (typeof body === 'object' && body !== null && 'refusal' in body && typeof body.refusal === 'string')
    return body.refusal as AnyRefusal;
  if (status === 429) return 'too-many-tries';
  return status >= 500 ? 'unavailable' : 'bad-request';
};

const aheadIn = ({ headers }: Response): { readonly ahead?: number } => {
  const ahead = Date.parse(headers.get('date') ?? '') - Date.now();
  return Number.isNaN(ahead) ? {} : { ahead };
};

/** @param signal gives the question up: then nobody has answered */
export const serverRequest = async <T>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
  signal?: AbortSignal,
): Promise<Answer<T>> => {
  try {
    const response = await fetch(path, {
      method,
      cache: 'no-store',
      ...(signal && { signal }),
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) return refusedFor(refusalOf(response.status, answer));
    return { ok: true, value: answer as T, ...aheadIn(response) };
  } catch {
    return refusedFor('network');
  }
};
