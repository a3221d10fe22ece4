// @vitest-environment happy-dom
import { act, type ComponentProps } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { type NamedCourse, writeCourse } from '@tele-balint/shared/protocol/course-file';
import { COURSES } from '@tele-balint/shared/protocol/courses';
import { minutesOf, protocolOf } from '@tele-balint/shared/protocol/presets';
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

/** Stands for the reasons of a file that was refused. */
function Refused({ refusals }: ComponentProps<ComponentProps<typeof Start>['Refused']>) {
  return <p data-refused="">{refusals.map(({ reason }) => reason).join(' ')}</p>;
}

describe('opening with a course of the leaders’ own', () => {
  let root: Root;
  const show = () => act(async () => root.render(<Start Editor={Editor} Refused={Refused} />));
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

  it('[PH4] all twelve are offered by their school, with their minutes to scale', () => {
    const courses = [...document.querySelectorAll('label:has(input[name="form"])')];
    expect(courses.map((one) => one.textContent)).toEqual(
      COURSES.map(({ steps }) => expect.stringContaining(`${minutesOf(steps)} minutes`)),
    );
    expect(courses[7]?.textContent).toContain('Without push-back France');
    const marks = [...(courses[6]?.querySelectorAll('i') ?? [])].map((mark) =>
      mark.getAttribute('data-mark'),
    );
    const case120 = ['tell', 'all', 'back', 'tell'];
    expect(marks).toEqual(['settle', ...case120, 'pause', ...case120, 'settle']);
  });

  it('[ED4] from a file is chosen at once, and one that is refused says why and changes nothing', async () => {
    const load = async (text: string) => {
      const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
      Object.defineProperty(input, 'files', {
        value: [{ text: () => Promise.resolve(text) }],
        configurable: true,
      });
      await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
    };
    await load('{');
    expect(document.querySelector('[data-refused]')?.textContent).toBe('not-json');
    expect(radio('yours')).toBeNull();
    await load(writeCourse(OURS));
    expect(document.querySelector('[data-refused]')).toBeNull();
    expect(radio('yours')?.checked).toBe(true);
    expect(keptCourse()).toEqual(OURS);
  });

  it('[ED4] is what the session is opened with; the tick changes it only where it says otherwise', () => {
    const draft = { ...EMPTY_DRAFT, leader: 'Ruth', course: OURS, protectStory: false };
    const plan = planOf(draft, { id: () => 'id', secret: () => 'secret' });
    expect(bodyOf(draft, plan, []).protocol).toBe(OURS.protocol);
    expect(protocolIn({ ...draft, protectStory: true }).steps).toEqual(protocolOf('two90', true).steps);
    expect(protocolIn({ ...draft, course: null })).toEqual(protocolOf('online60', false));
  });
});
