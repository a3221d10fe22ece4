// What a browser holds.

import type { Page } from 'playwright-core';

/** Everything in a browser's storages as text: of bytes in three spellings, of keys whatever can be exported. */
export const stored = ({ page }: { readonly page: Page }): Promise<string> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const spelled = (buffer: ArrayBuffer): string => {
      const bytes = [...new Uint8Array(buffer)];
      const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return `bytes ${hex} ${btoa(String.fromCharCode(...bytes))}`;
    };
    const exported = async (key: CryptoKey): Promise<string> => {
      const forms = await Promise.allSettled([
        crypto.subtle.exportKey('raw', key),
        crypto.subtle.exportKey('jwk', key),
      ]);
      const told = forms.map((form) =>
        form.status === 'fulfilled' ? JSON.stringify(form.value) : 'refused',
      );
      return `key ${key.extractable} ${told.join(' ')}`;
    };
    const told = async (value: unknown): Promise<string> => {
      if (value instanceof CryptoKey) return exported(value);
      if (value instanceof ArrayBuffer) return spelled(value);
      if (ArrayBuffer.isView(value))
        return spelled(new Uint8Array(value.buffer as ArrayBuffer).slice().buffer);
      if (typeof value !== 'object' || value === null) return String(value);
      const parts = Object.entries(value).map(async ([name, part]) => `${name}: ${await told(part)}`);
      return (await Promise.all(parts)).join(', ');
    };
    const all = [JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state, location.href])];
    for (const { name = '' } of await indexedDB.databases()) {
      const base = await done(indexedDB.open(name));
      for (const store of base.objectStoreNames) {
        const rows = base.transaction(store).objectStore(store);
        const [names, values] = await Promise.all([done(rows.getAllKeys()), done(rows.getAll())]);
        for (const [at, row] of names.entries())
          all.push(`${name}/${store}/${String(row)}: ${await told(values[at])}`);
      }
      base.close();
    }
    return all.join('\n');
  });
