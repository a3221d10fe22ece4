/** Milliseconds. */
export const ANSWER_WITHIN = 5000;

/** Asks a route of ours; throws with the answer's words where it is a refusal. */
export async function ask<T>(method: string, url: string, body: object): Promise<T> {
  const answer = await fetch(url, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: new URL(url).origin },
    signal: AbortSignal.timeout(ANSWER_WITHIN),
  });
  if (!answer.ok)
    throw new Error(`${method} ${new URL(url).pathname}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
