import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const connectWithin = 8_000;
const silentFor = 30_000;

/**
 * Fetches a file, following redirects, and checks what arrived before anybody uses it.
 * @param {string} url
 * @param {string} file where to write; only to be used if this returns
 * @param {string} sha256 expected, in hex
 * @param {(done: number, total: number | null) => void} [progress]
 */
export async function download(url, file, sha256, progress = () => {}) {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(new Error('no answer')), connectWithin);
  try {
    const response = await follow(url, stop.signal);
    const total = Number(response.headers.get('content-length')) || null;
    const hash = createHash('sha256');
    const out = createWriteStream(file, { mode: 0o600 });
    let done = 0;
    for await (const chunk of response.body) {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(new Error('the download fell silent')), silentFor);
      hash.update(chunk);
      done += chunk.length;
      if (!out.write(chunk)) await once(out, 'drain');
      progress(done, total);
    }
    out.end();
    await once(out, 'close');
    const found = hash.digest('hex');
    if (found !== sha256) throw new Error(`its SHA-256 is ${found}, not ${sha256} as published: not used`);
  } finally {
    clearTimeout(timer);
  }
}

/** Follows redirects by hand, since none may lead away from an encrypted connection. */
async function follow(start, signal) {
  let url = new URL(start);
  for (let step = 0; step < 6; step += 1) {
    refusePlain(url);
    const response = await fetch(url, { redirect: 'manual', signal });
    if (response.status === 200) return response;
    const next = response.headers.get('location');
    await response.body?.cancel();
    if (response.status < 300 || response.status > 399 || next === null) {
      throw new Error(`${url.host} answered ${response.status}`);
    }
    url = new URL(next, url);
  }
  throw new Error('too many redirects');
}

/** Only this machine itself may be asked without encryption. */
function refusePlain(url) {
  const loopback =
    url.hostname === 'localhost' || url.hostname === '[::1]' || url.hostname.startsWith('127.');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw new Error(`${url.protocol}//${url.host} is not an encrypted address`);
  }
}
