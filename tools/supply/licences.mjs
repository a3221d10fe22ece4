import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../node.mjs';
import { nameAt, readLock, shipped } from './lock.mjs';
import { licenceAt } from './rules.mjs';

/** Where the built page has the licences of what is shipped. */
const LICENCES = 'licences.txt';

const own = /^(licen[cs]e|copying|notice)([-.].*)?$/i;
const rule = `${'='.repeat(78)}\n`;

/** The words of a licence, for a package that brings none of its own; of Apache's another package's copy is read. */
const usual = {
  MIT: (holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`,
  'BSD-3-Clause': (holder) => `BSD 3-Clause License

Copyright (c) ${holder}. All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.
3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or promote products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
`,
  'Apache-2.0': () => readFileSync(path.join(root, 'node_modules', 'livekit-client', 'LICENSE'), 'utf8'),
};

/** @param {string} place @returns {string[]} what a package brings of its licence and notices, in a fixed order */
function broughtBy(place) {
  const folder = path.join(root, place);
  if (!existsSync(folder)) throw new Error(`${place} is not installed: npm ci.`);
  return readdirSync(folder)
    .filter((name) => own.test(name))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

function standing(packages, place) {
  const { author } = JSON.parse(readFileSync(path.join(root, place, 'package.json'), 'utf8'));
  const holder = (typeof author === 'string' ? author : author?.name) ?? `the authors of ${nameAt(place)}`;
  return [...licenceAt(packages, place).matchAll(/[\w.-]+/g)]
    .filter(([id]) => id !== 'AND' && id !== 'OR')
    .map(([id]) => {
      if (usual[id] === undefined)
        throw new Error(`${place} brings no licence, and tools/supply/licences.mjs has no ${id}.`);
      return usual[id](holder);
    });
}

/**
 * Whose licences belong to it, and how they read: every package that is shipped, but those for some machines only, which npm fetches
 * for whoever runs a server and no page carries.
 * @param {import('./lock.mjs').Packages} packages
 * @returns {{ title: string, texts: string[] }[]}
 */
export function licences(packages) {
  return [...shipped(packages).keys()]
    .filter((place) => packages[place].optional !== true)
    .map((place) => {
      const brought = broughtBy(place);
      return {
        title: `${nameAt(place)} ${packages[place].version}, ${licenceAt(packages, place)}`,
        texts: (brought.length > 0 ? brought : standing(packages, place)).map(
          (text) => `${text.replaceAll('\r\n', '\n').trim()}\n`,
        ),
      };
    });
}

/** One text: packages of the very same licence stand together. The same lockfile gives the same bytes. */
export function licencesText(packages) {
  const byText = new Map();
  for (const { title, texts } of licences(packages)) {
    const text = texts.join('\n');
    byText.set(text, [...(byText.get(text) ?? []), title]);
  }
  const parts = [...byText].map(([text, titles]) => `${rule}${titles.join('\n')}\n${rule}\n${text}\n`);
  return `What Tele-Balint is made of by others, and under which licences. Its own is MIT.\n\n${parts.join('')}`;
}

/** @param {string} folder the built page */
export function writeLicences(folder) {
  writeFileSync(path.join(folder, LICENCES), licencesText(readLock()));
}
