// @vitest-environment happy-dom
import type { RoomView } from '@tele-balint/shared/view/view';
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { discussion, NOW } from '../../../showcase/leader-view.ts';
import { Drawer } from './Drawer.tsx';

const SHOW = '[aria-label^="Show what only leaders see"]';
const HIDE = '[aria-label="Hide what only leaders see"]';

describe('the leaders’ drawer', () => {
  let root: Root;
  let box: HTMLElement;
  let drawn: number;
  const secret = () => 'r'.repeat(43);
  function Ahead() {
    const [text, write] = useState('');
    drawn += 1;
    return <textarea value={text} onChange={({ target }) => write(target.value)} />;
  }
  const show = (now = NOW, view: RoomView = discussion) =>
    act(async () =>
      root.render(
        <Drawer view={view} now={now} send={async () => ({ ok: true })} roomSecret={secret} Ahead={Ahead} />,
      ),
    );
  const find = <E extends HTMLElement>(selector: string): E =>
    box.querySelector<E>(selector) ?? expect.fail(`${selector} is not there`);
  const click = (element: HTMLElement) => act(async () => element.click());
  /** What is loaded, or hashed, comes by and by. */
  const comes = (selector: string) =>
    vi.waitFor(async () => {
      await act(async () => vi.dynamicImportSettled());
      find(selector);
    });
  const press = (name: string) =>
    click(
      [...box.querySelectorAll('button')].find(({ textContent }) => textContent === name) ??
        expect.fail(`no button ${name}: ${box.textContent}`),
    );

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
    drawn = 0;
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    box.remove();
  });

  it('[LE17] keeps what was begun in it where it is closed, out of everybody’s reach, and draws it no more', async () => {
    await show();
    await press('Change what is to come');
    await act(async () => {
      const field = find<HTMLTextAreaElement>('textarea');
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, 'longer');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await click(find(HIDE));
    expect(find('textarea').closest('[hidden]')).not.toBeNull();
    const before = drawn;
    for (const later of [500, 1_000]) await show(NOW + later);
    expect(drawn).toBe(before);
    await click(find(SHOW));
    expect(find('textarea').closest('[hidden]')).toBeNull();
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('longer');
    expect(drawn).toBeGreaterThan(before);
  });

  it('[LE17] keeps a link that is shown once', async () => {
    await show();
    const links = [...box.querySelectorAll('details')].find(({ textContent }) => /^Links/.test(textContent));
    await act(async () => links?.dispatchEvent(new Event('toggle')));
    await comes('form');
    await press('Make the link');
    await comes('code');
    const link = find('code').textContent;
    expect(link).toContain(secret());
    await click(find(HIDE));
    await show(NOW + 1_000);
    await click(find(SHOW));
    expect(find('code').textContent).toBe(link);
  });

  it('[LE17] holds nothing before it is opened for the first time', async () => {
    const narrow = vi.spyOn(globalThis, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
    await show();
    narrow.mockRestore();
    expect(box.querySelector('section')).toBeNull();
    await click(find(SHOW));
    expect(box.querySelector('section')).not.toBeNull();
  });
});
