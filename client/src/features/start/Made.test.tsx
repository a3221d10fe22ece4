// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshId, freshSecret } from '../../links/links.ts';
import { openedRoom } from './kept-rooms.ts';
import { addressOf } from './links-text.ts';
import { Made } from './Made.tsx';
import { EMPTY_DRAFT, planOf } from './start-model.ts';

const draft = { ...EMPTY_DRAFT, leader: 'Ruth Adler', members: 'Mei Lin\n' };
const plan = planOf(draft, { id: freshId, secret: freshSecret });

describe('the links of a room', () => {
  let root: Root;
  let box: HTMLElement;

  beforeEach(async () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
    const shown = { room: openedRoom(draft, plan), origin: 'https://balint.example' };
    await act(async () =>
      root.render(<Made {...shown} onCopied={() => undefined} onAnother={() => undefined} />),
    );
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    box.remove();
  });

  it('[ST21] lead into the room by the leader’s own link to make one more', () => {
    const [own] = plan.links.filter(({ role }) => role === 'leader');
    const more = [...box.querySelectorAll('a')].find((one) => one.textContent === 'Add a member');
    expect(more?.href).toBe(addressOf('https://balint.example', plan, own!));
    expect(more?.target).toBe('_blank');
    const said = document.getElementById(more?.getAttribute('aria-describedby') ?? '');
    expect(said?.textContent).toContain('under Links');
  });
});
