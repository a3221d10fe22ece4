// @vitest-environment happy-dom
import type { LookAnswer } from '@tele-balint/shared/http';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { letters } from '../../state/letters.ts';
import { AskForm } from './AskForm.tsx';

const look = (sealed: boolean): LookAnswer => ({
  ...{ group: '', leaders: [], kind: 'personal', role: 'member', name: 'Mei Lin', door: 'open', led: true },
  ...{ taken: false, startsAt: null, endsAt: null, opensAt: null, sealed },
});

describe('how somebody is reached', () => {
  const initial = letters.getState();
  let root: Root;
  let box: HTMLElement;
  const field = () => box.querySelector<HTMLInputElement>('input[name="contact"]');
  const show = (what: React.ReactNode) => act(async () => root.render(what));
  const ask = (sealed: boolean, onAsk = vi.fn()) =>
    show(<AskForm look={look(sealed)} busy={false} nameProblem={null} problem={null} onAsk={onAsk} />);
  const type = (text: string) =>
    act(async () => {
      const input = field() ?? expect.fail('no field');
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const submit = () =>
    act(async () => {
      for (const tick of box.querySelectorAll<HTMLInputElement>('[name^="lobby.rule"]:not(:checked)'))
        tick.click();
      box.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    });

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    box.remove();
    letters.setState(initial, true);
  });

  it('[LT3] is asked for in the lobby where all is sealed only, which says that it is stored nowhere', async () => {
    await ask(false);
    expect(field()).toBe(null);
    await ask(true);
    expect(box.textContent).toContain('after a reload of this page it has to be written again');
    expect(field()?.autocomplete).toBe('off');
  });

  it('[LT3] stands in the memory of the page, in no storage, and goes to no server', async () => {
    const onAsk = vi.fn();
    await ask(true, onAsk);
    await type(' +44 20 ');
    await submit();
    expect(letters.getState().ownContact).toBe('+44 20');
    expect(onAsk).toHaveBeenCalledOnce();
    expect(JSON.stringify([onAsk.mock.calls, { ...localStorage }, { ...sessionStorage }])).not.toContain(
      '+44',
    );
  });

  it('[LT3] is nobody’s where nothing was written', async () => {
    await ask(true);
    await submit();
    expect(letters.getState().ownContact).toBe(null);
  });
});
