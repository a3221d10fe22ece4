import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const connectWithin = 8_000;
const silentFor = 30_000;

/**
 * Fetches a file, following redirects, and checks what arrived before anybody uses it.
 * @param {string} url
 * @param {string} file where to write; only to be used if this returns
 * @param {string} sha256 expected, in hex
 * @param {(done: number, total: number | null) => void} [progress]
 */
export async function download(url, file, sha256, progress = everyTenth()) {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(new Error('no answer')), connectWithin);
  try {
    const response = await follow(url, stop.signal);
    const total = Number(response.headers.get('content-length')) || null;
    const hash = createHash('sha256');
    let done = 0;
    const watched = async function* (chunks) {
      for await (const chunk of chunks) {
        clearTimeout(timer);
        timer = setTimeout(() => stop.abort(new Error('the download fell silent')), silentFor);
        hash.update(chunk);
        done += chunk.length;
        progress(done, total);
        yield chunk;
      }
    };
    const out = createWriteStream(file, { mode: 0o600 });
    await pipeline(response.body, watched, out).catch((error) => {
      // A call of the system that failed is the disk's: what the line has to say comes wrapped.
      throw error.syscall === undefined ? error : new Error(`${file} could not be written (${error.code})`);
    });
    const found = hash.digest('hex');
    if (found !== sha256) throw new Error(`its SHA-256 is ${found}, not ${sha256} as published: not used`);
  } finally {
    clearTimeout(timer);
  }
}

/** Says how far a download is, at every tenth; where nobody knows the whole, at every 5 MB. */
function everyTenth() {
  let said = 0;
  return (done, total) => {
    const step = Math.floor(total === null ? done / 5e6 : (10 * done) / total);
    if (step <= said) return;
    said = step;
    console.log(
      total === null ? `  … ${step * 5} MB` : `  … ${step * 10} % of ${Math.round(total / 1e6)} MB`,
    );
  };
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [url, file, sha256] = process.argv.slice(2);
  await download(url, file, sha256).catch((error) => {
    let first = error;
    while (first.cause instanceof Error) first = first.cause;
    console.error(`  ${first.message}`);
    process.exitCode = 1;
  });
}
