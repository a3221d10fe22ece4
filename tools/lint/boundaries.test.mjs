import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../node.mjs';
import { refusal, schemas } from './boundaries.js';

/** The modules of shared with their text, tests left out. */
function sharedModules() {
  return readdirSync(path.join(root, 'shared', 'src'), { recursive: true })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing'))
    .map((file) => ({
      name: `shared/src/${file.split(path.sep).join('/').slice(0, -3)}`,
      text: readFileSync(path.join(root, 'shared', 'src', file), 'utf8'),
    }));
}

/** What a module loads at run time, by the names of `sharedModules`. */
const loadedBy = (name, text) =>
  [...text.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm)].map(([, from]) =>
    from.startsWith('.') ? path.posix.join(path.posix.dirname(name), from).replace(/\.ts$/, '') : from,
  );

describe('imports', () => {
  it('go from shared to nothing of ours', () => {
    expect(refusal('shared/src/step.ts', '../../server/src/app.ts', false)).toBe(
      'shared may not import server',
    );
    expect(refusal('shared/src/step.ts', './view.ts', false)).toBeNull();
  });

  it('never go sideways, but for the end-to-end tests', () => {
    expect(refusal('client/src/main.tsx', '@tele-balint/server/app', true)).toBe(
      'client may not import server',
    );
    expect(refusal('e2e/stack.ts', '@tele-balint/server/app', false)).toBeNull();
  });

  it('take of the pages what seals, and nothing else, for programs that seal as they do', () => {
    expect(refusal('e2e/keys.ts', '../client/src/media/e2ee/sealing.ts', false)).toBeNull();
    expect(refusal('e2e/keys.ts', '../client/src/media/media.ts', false)).toBe('e2e may not import client');
    expect(refusal('server/src/app.ts', '@tele-balint/client/media/e2ee/sealing', false)).not.toBeNull();
  });

  it('bring no schema into the browser', () => {
    expect(refusal('client/src/a.ts', 'zod', true)).not.toBeNull();
    expect(refusal('client/src/a.ts', '@tele-balint/shared/wire', false)).not.toBeNull();
    expect(refusal('client/src/a.ts', '@tele-balint/shared/wire', true)).toBeNull();
  });

  it('know every module of shared that loads the schema library, also by way of another', () => {
    const modules = sharedModules().map(({ name, text }) => ({ name, loads: loadedBy(name, text) }));
    const loading = new Set(['zod']);
    for (let before = 0; before < loading.size;) {
      before = loading.size;
      for (const { name, loads } of modules) if (loads.some((one) => loading.has(one))) loading.add(name);
    }
    loading.delete('zod');
    expect([...loading].toSorted()).toEqual(schemas.toSorted());
  });

  it('never lead a page to the phase table', () => {
    const table = '@tele-balint/shared/protocol/phases';
    expect(refusal('client/src/media/rules.ts', table, true)).not.toBeNull();
    expect(refusal('e2e/hearing.ts', table, false)).toBeNull();
  });

  it('never go from feature to feature', () => {
    const file = 'client/src/features/circle/Circle.tsx';
    expect(refusal(file, '../leader/model.ts', false)).toBe('feature circle may not import feature leader');
    expect(refusal(file, './circle-model.ts', false)).toBeNull();
    expect(refusal(file, '../../ui/Button.tsx', false)).toBeNull();
  });

  it('take the media library in one place', () => {
    expect(refusal('client/src/features/circle/Circle.tsx', 'livekit-client', true)).not.toBeNull();
    expect(refusal('client/src/media/room.ts', 'livekit-client', false)).toBeNull();
  });
});
