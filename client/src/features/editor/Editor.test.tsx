// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { writeCourse, type NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { protocolOf } from '@tele-balint/shared/protocol/presets';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announcements } from '../../state/announce.ts';
import { Editor } from './Editor.tsx';

const COURSE: NamedCourse = { name: 'Our Thursday', protocol: protocolOf('online60', true) };
/** 18:30 in this machine's own zone. */
const BEGINS = new Date(2030, 2, 14, 18, 30).getTime();

describe('the editor', () => {
  let root: Root;
  let used: NamedCourse[];
  const find = <E extends HTMLElement>(selector: string): E => {
    const found = document.querySelector<E>(selector);
    return found ?? expect.fail(`${selector} is not there`);
  };
  const named = <E extends HTMLElement>(name: string): E => find<E>(`[aria-label="${name}"]`);
  const button = (words: string): HTMLElement =>
    [...document.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent === words) ??
    expect.fail(`no button says ${words}`);
  const rows = () =>
    [...document.querySelectorAll('[data-step]')].map((row) => row.getAttribute('data-step'));
  const press = (element: HTMLElement) => act(async () => element.click());
  const focus = (element: HTMLElement) => act(async () => element.focus());
  const key = (element: Element, name: string, more: KeyboardEventInit = {}) =>
    act(
      async () =>
        void element.dispatchEvent(
          new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
        ),
    );
  const type = (element: HTMLInputElement | HTMLSelectElement, value: string) =>
    act(async () => {
      const of = element instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(of.prototype, 'value')?.set?.call(element, value);
      element.dispatchEvent(
        new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
      );
    });
  const status = () => find('[role="status"]').textContent;

  beforeEach(async () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    used = [];
    root = createRoot(document.body.appendChild(document.createElement('div')));
    await act(async () =>
      root.render(
        <Editor
          course={COURSE}
          beginsAt={BEGINS}
          onUse={(course) => used.push(course)}
          onBack={() => undefined}
        />,
      ),
    );
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    document.body.replaceChildren();
  });

  it('[ED1] shows every step with its clock time, and what the evening comes to', async () => {
    expect(
      [...document.querySelectorAll('[data-step] > td:nth-child(2)')].map(({ textContent }) => textContent),
    ).toEqual(['18:30', '18:35', '18:35', '18:45', '18:50', '18:50', '19:20', '19:25']);
    expect(status()).toBe('60 minutes, 18:30 to 19:30. One case. Every step works.');
  });

  it('[ED1] follows at once what is typed, and hands over the course that it has become', async () => {
    await type(named('Minutes for Discussion'), '34');
    await type(named('Title of the step Discussion'), 'We imagine ');
    expect(named<HTMLInputElement>('Title of the step We imagine').value).toBe('We imagine ');
    await type(named('Members in We imagine'), 'floor');
    expect(status()).toMatch(/^64 minutes, 18:30 to 19:34\./);
    await press(button('Use this course'));
    const step = used[0]!.protocol.steps[5];
    expect(step).toMatchObject({ title: 'We imagine', minutes: 34, over: { voice: { member: 'floor' } } });
    expect(used[0]!.protocol.madeFrom).toBe('online60');
  });

  it('[ED2] tells a fault under its row, leads to it, and mends it by one press', async () => {
    await focus(named('Title of the step Return'));
    await press(button('Remove'));
    expect(find('[data-fault="no-way-back"]').textContent).toContain('no way back');
    expect(
      find('[data-step="s6"] + tr + tr, [data-step="s6"] + tr').querySelector('[data-fault]'),
    ).not.toBeNull();
    await press(button('Use this course'));
    expect(used).toEqual([]);
    expect(document.activeElement?.closest('[data-step]')?.getAttribute('data-step')).toBe('s6');
    await press(button('Add a return'));
    expect(document.querySelector('[data-fault]')).toBeNull();
    expect(rows()).toEqual(['s1', 's2', 's3', 's4', 's5', 's6', 's9', 's8']);
    await press(button('Use this course'));
    expect(used).toHaveLength(1);
  });

  it('[ED2] says what is no number of minutes, and keeps it in the field', async () => {
    await type(named('Minutes for Arriving'), '-5');
    expect(find('[data-fault="minutes"]').textContent).toContain('whole numbers');
    await type(named('Minutes for Arriving'), 'ten');
    expect(named<HTMLInputElement>('Minutes for Arriving').value).toBe('ten');
  });

  it('[ED3] takes back by Ctrl+Z, also out of a field that was typed in', async () => {
    const title = named<HTMLInputElement>('Title of the step Arriving');
    await type(title, 'Wel');
    await type(title, 'Welcome');
    await key(title, 'z', { ctrlKey: true });
    expect(title.value).toBe('');
    await press(button('Repeat the case'));
    expect(rows()).toHaveLength(14);
    await press(button('Take it back'));
    expect(rows()).toHaveLength(8);
  });

  it('[PH4] begins anew with any of the twelve courses, and that can be taken back', async () => {
    const begin = [...document.querySelectorAll('select')].find((one) => one.querySelector('optgroup'))!;
    expect([...begin.querySelectorAll('optgroup')].map(({ label }) => label)).toEqual([
      'One case',
      'Two cases',
      'The chair, another way',
      'Special evenings',
    ]);
    expect(begin.querySelectorAll('optgroup option')).toHaveLength(12);
    expect(begin.querySelector('[value="two90"]')?.textContent).toBe(
      '90 · Two in a row, Australia, New Zealand',
    );
    await type(begin, 'two120');
    expect(status()).toMatch(/^120 minutes, 18:30 to 20:30\. 2 cases\./);
    await press(button('Take it back'));
    expect(rows()).toHaveLength(8);
  });

  it('[ED1] moves a row by Alt and an arrow, and by its grip, with the focus in it, and says so', async () => {
    const title = named('Title of the step Discussion');
    await focus(title);
    await key(title, 'ArrowUp', { altKey: true });
    expect(rows()).toEqual(['s1', 's2', 's3', 's4', 's6', 's5', 's7', 's8']);
    expect(document.activeElement).toBe(title);
    expect(announcements.getState().polite.at(-1)?.text).toBe('Discussion, moved. Step 5 of 8, from 18:50.');
    const grip = find('[data-step="s6"] button');
    await focus(grip);
    await key(grip, ' ');
    await key(grip, 'ArrowDown');
    await key(grip, 'ArrowDown');
    expect(rows().indexOf('s6')).toBe(6);
    await key(grip, 'Escape');
    expect(rows().indexOf('s6')).toBe(4);
    await key(grip, 'ArrowDown');
    expect(rows().indexOf('s6')).toBe(4);
  });

  it('[CF2] keeps the course where a file is refused, and says why with its row', async () => {
    const load = (text: string) =>
      act(async () => {
        const input = find<HTMLInputElement>('input[type="file"]');
        Object.defineProperty(input, 'files', {
          value: [new File([text], 'a.balint.json')],
          configurable: true,
        });
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
    const broken = writeCourse(COURSE).replace('"minutes": 30', '"minutes": -30');
    await load(broken);
    expect(find('[role="alert"]').textContent).toContain('Row 6: Minutes are whole numbers');
    expect(rows()).toHaveLength(8);
    await load(writeCourse({ name: 'Two', protocol: protocolOf('two90', true) }));
    expect(document.querySelector('[role="alert"]')).toBeNull();
    expect(status()).toMatch(/^90 minutes, 18:30 to 20:00\. 2 cases\./);
    expect(named<HTMLInputElement>('Name of this course').value).toBe('Two');
  });
});
