// A voice for Chromium's fake microphone: it never pauses, and no noise suppression takes it for noise.

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Samples a second. */
const RATE = 48_000;
const SECONDS = 4;
const LOUDNESS = 9_000;

/** Vowels at five syllables a second, the pitch going up and down; never quite silent between them. */
const sampleAt = (index: number): number => {
  const at = index / RATE;
  const pitch = 150 + 40 * Math.sin(2 * Math.PI * at);
  const vowel = 1 + (Math.floor(at * 5) % 3);
  const tones = [1, 2, 3, 4, 5, 6, 8, 10].map(
    (nth) => Math.sin(2 * Math.PI * nth * pitch * at) / (1 + Math.abs(nth - 3 * vowel) / 2),
  );
  const syllable = 0.35 + 0.65 * Math.sin(Math.PI * ((at * 5) % 1));
  return Math.round((LOUDNESS / 3) * syllable * tones.reduce((sum, one) => sum + one, 0));
};

const header = (bytes: number): Buffer => {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return head;
};

/** Writes it into a folder of its own, and gives both. Chromium plays it again and again. */
export const writeVoice = async (): Promise<{ readonly folder: string; readonly file: string }> => {
  const samples = Int16Array.from({ length: RATE * SECONDS }, (_, index) => sampleAt(index));
  const folder = await mkdtemp(path.join(tmpdir(), 'tele-balint-voice-'));
  const file = path.join(folder, 'voice.wav');
  await writeFile(file, Buffer.concat([header(samples.byteLength), Buffer.from(samples.buffer)]));
  return { folder, file };
};
