import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/**
 * Lays two compressed copies beside each file of the built page, for the server to send to browsers that take them.
 * @param {string} folder
 */
export function compress(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(html|js|css|svg)$/.test(name));
  for (const name of names) {
    const file = path.join(folder, name);
    const whole = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(whole, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(whole));
  }
}
