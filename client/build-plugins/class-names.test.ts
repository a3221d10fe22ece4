import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { className } from './class-names.ts';

const root = path.resolve(import.meta.dirname, '../src');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const sheets = globSync('**/*.module.css', { cwd: root });
const sources = globSync('**/*.tsx', { cwd: root }).map((file) => ({ file, text: read(file) }));

const classesIn = (css: string): readonly string[] => [
  ...new Set([...css.matchAll(/\.([a-z]\w*)(?=[^{};]*\{)/gi)].map(([, name = '']) => name)),
];
/** What is used of one sheet, by the sources or by its own classes; `*` where one is chosen as the page runs. */
const usedOf = (sheet: string): ReadonlySet<string> =>
  new Set([
    ...[...read(sheet).matchAll(/composes: (\w+)/g)].map(([, name = '']) => name),
    ...sources.flatMap(({ file, text }) =>
      [...text.matchAll(/^import (\w+) from '(.+\.module\.css)';$/gm)]
        .filter(([, , from = '']) => path.join(path.dirname(file), from) === path.normalize(sheet))
        .flatMap(([, as]) => [...text.matchAll(new RegExp(`\\b${as}(?:\\.(\\w+)|\\[)`, 'g'))])
        .map(([, name]) => name ?? '*'),
    ),
  ]);

describe('the classes of style sheets', () => {
  it('have short names, each its own', () => {
    const names = sheets.flatMap((sheet) => {
      const css = read(sheet);
      return classesIn(css).map((name) => className(name, path.join(root, sheet), css));
    });
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]{1,2}\d{1,2}$/.test(name))).toEqual([]);
  });

  it.each(sheets)('%s styles nothing that is not there', (sheet) => {
    const used = usedOf(sheet);
    expect(classesIn(read(sheet)).filter((name) => !used.has(name) && !used.has('*'))).toEqual([]);
  });
});
