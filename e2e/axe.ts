// What axe finds on a page that keeps people out.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LOOKS = ['light', 'dark'] as const;

/** Serious and critical findings in both looks, one line each; the program is evaluated, so the page's policy stays on. */
export const barriersOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(await source);
  const found: string[] = [];
  for (const colorScheme of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof Axe }).axe.run(),
    );
    for (const { id, impact, help, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      found.push(
        `${colorScheme}: ${id} (${impact}): ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      );
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return found;
};
