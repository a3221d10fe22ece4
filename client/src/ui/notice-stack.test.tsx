// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Notice } from './Notice.tsx';
import { NoticeStack, useNoticeStack } from './notice-stack.ts';

function Some({ plain, call = false }: { readonly plain: readonly string[]; readonly call?: boolean }) {
  const stack = useNoticeStack();
  return (
    <NoticeStack value={stack}>
      {call ? <Notice calls>call</Notice> : null}
      {plain.map((words) => (
        <Notice key={words}>{words}</Notice>
      ))}
    </NoticeStack>
  );
}

describe('notices that stand together', () => {
  let root: Root;
  let box: HTMLElement;
  const show = (plain: readonly string[], call = false) =>
    act(async () => root.render(<Some plain={plain} call={call} />));
  const shown = () =>
    [...box.children].map((one) => `${one.textContent} ${one.getAttribute('data-rank') ?? 'alone'}`);

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
  });
  afterEach(() => act(async () => root.unmount()));

  it('[PG21] count as newest by when they came, wherever they stand, and go without leaving a trace', async () => {
    await show(['b']);
    await show(['a', 'b']);
    expect(shown()).toEqual(['a whole', 'b line']);
    await show(['a', 'b', 'c'], true);
    expect(shown()).toEqual(['call call', 'a rest', 'b rest', 'c line']);
    await show(['b']);
    expect(shown()).toEqual(['b whole']);
  });

  it('[PG21] have no rank where one stands alone', async () => {
    await act(async () => root.render(<Notice>a</Notice>));
    expect(shown()).toEqual(['a alone']);
  });
});
