// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { letters } from '../../state/letters.ts';
import { ContactDialog } from './ContactDialog.tsx';

const initial = letters.getState();
afterEach(() => letters.setState(initial, true));

it('[LT3] how one is reached can be taken back in the room, also after a reload', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const box = document.body.appendChild(document.createElement('div'));
  const root = createRoot(box);
  const onClose = vi.fn();
  await act(async () => root.render(<ContactDialog onClose={onClose} />));
  await act(async () =>
    box.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  );
  expect([letters.getState().ownContact, onClose.mock.calls.length]).toEqual(['', 1]);
  await act(async () => root.unmount());
  box.remove();
});
