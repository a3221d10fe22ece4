// @vitest-environment happy-dom
import { act, type ComponentProps } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { protocolOf } from '@tele-balint/shared/protocol/presets';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keptCourse } from '../../links/kept-course.ts';
import { Start } from './Start.tsx';
import { EMPTY_DRAFT, bodyOf, planOf, protocolIn } from './start-model.ts';

const OURS: NamedCourse = {
  name: 'Our Thursday',
  protocol: { ...protocolOf('two90', false), madeFrom: null },
};

/** Stands for the editor: shows what it was given, and hands over a course when it is pressed. */
function Editor({ course, onUse, onBack }: ComponentProps<ComponentProps<typeof Start>['Editor']>) {
  return (
    <main>
      <p data-given="">{course.protocol.steps.length}</p>
      <button onClick={() => onUse(OURS)}>use</button>
      <button onClick={onBack}>back</button>
    </main>
  );
}

describe('opening with a course of the leaders’ own', () => {
  let root: Root;
  const show = () => act(async () => root.render(<Start Editor={Editor} />));
  const press = (words: string) =>
    act(async () =>
      [...document.querySelectorAll<HTMLElement>('button')]
        .find(({ textContent }) => textContent === words)
        ?.click(),
    );
  const radio = (value: string) => document.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  const protect = () => document.querySelector<HTMLInputElement>('input[type="checkbox"]');

  beforeEach(async () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    localStorage.clear();
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ organiserKey: false, version: '1' })));
    root = createRoot(document.body.appendChild(document.createElement('div')));
    await show();
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    document.body.replaceChildren();
    vi.unstubAllGlobals();
  });

  it('[ED4] is chosen once the editor has handed it over, tells its own steps, and is remembered', async () => {
    expect(radio('yours')).toBeNull();
    await press('Change steps or minutes');
    expect(document.querySelector('[data-given]')?.textContent).toBe('8');
    await press('use');
    expect([radio('yours')?.checked, protect()?.checked]).toEqual([true, false]);
    expect(document.querySelectorAll('ol > li')).toHaveLength(OURS.protocol.steps.length);
    expect(document.querySelector('svg[role="img"]')?.getAttribute('aria-label')).toContain(
      '90 minutes, 2 cases',
    );
    expect(keptCourse()).toEqual(OURS);
    await act(async () => radio('case45')?.click());
    expect(radio('yours')?.checked).toBe(false);
    await press('Change steps or minutes');
    await press('back');
    expect(radio('case45')?.checked).toBe(true);
  });

  it('[ED4] is what the session is opened with; the tick changes it only where it says otherwise', () => {
    const draft = { ...EMPTY_DRAFT, leader: 'Ruth', course: OURS, protectStory: false };
    const plan = planOf(draft, { id: () => 'id', secret: () => 'secret' });
    expect(bodyOf(draft, plan, []).protocol).toBe(OURS.protocol);
    expect(protocolIn({ ...draft, protectStory: true }).steps).toEqual(protocolOf('two90', true).steps);
    expect(protocolIn({ ...draft, course: null })).toEqual(protocolOf('online60', false));
  });
});
