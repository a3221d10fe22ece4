// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { fullCircle } from '@tele-balint/shared/testing/play';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { LineId } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Ahead } from './Ahead.tsx';

describe('changing what is to come', () => {
  let root: Root;
  let circle: ReturnType<typeof fullCircle>;
  let closed: number;
  let refusals: string[];
  const viewOf = (line: LineId): RoomView => ({ ...circle.play.room(line), version: 1 });
  const find = <E extends HTMLElement>(selector: string): E =>
    document.querySelector<E>(selector) ?? expect.fail(`${selector} is not there`);
  const named = <E extends HTMLElement>(name: string): E => find<E>(`[aria-label="${name}"]`);
  const button = (words: string): HTMLElement =>
    [...document.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent === words) ??
    expect.fail(`no button says ${words}`);
  const press = (element: HTMLElement) => act(async () => element.click());
  const type = (element: HTMLElement, value: string) =>
    act(async () => {
      const of = element instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(of.prototype, 'value')?.set?.call(element, value);
      const event = element instanceof HTMLSelectElement ? 'change' : 'input';
      element.dispatchEvent(new Event(event, { bubbles: true }));
    });
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
  const steps = () => circle.play.session.protocol.steps;
  const show = () => {
    const view = viewOf(circle.ruth);
    return act(async () =>
      root.render(
        <Ahead
          view={view}
          leader={view.leader ?? expect.fail('Ruth does not lead')}
          now={circle.play.now}
          run={async (command) => {
            const answer = circle.play.says(circle.ruth, command);
            if (!answer.ok) refusals.push(answer.refusal);
            return answer.ok;
          }}
          onClose={() => (closed += 1)}
        />,
      ),
    );
  };

  beforeEach(async () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    [closed, refusals] = [0, []];
    circle = fullCircle('online60');
    circle.play.to('discussion');
    root = createRoot(document.body.appendChild(document.createElement('div')));
    await show();
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    document.body.replaceChildren();
  });

  it('[ED5] reads what is over or runs, and takes over the rest as a whole', async () => {
    expect(texts('[data-step]:not(:has(input)) > td:nth-child(2)')).toEqual([
      ...Array.from({ length: 5 }, () => 'over'),
      'now',
    ]);
    expect(document.querySelectorAll('[data-step]:has(input)')).toHaveLength(2);
    await type(named('Minutes for Return'), '12');
    expect(steps()[6]?.minutes).toBe(5);
    await press(button('Use from now on'));
    expect(refusals).toEqual([]);
    expect([steps()[6]?.minutes, closed]).toEqual([12, 1]);
    expect(circle.play.session.course.step).toBe(steps()[5]?.id);
  });

  it('[ED5] moves nothing before what runs', async () => {
    await act(async () => named('Minutes for Return').focus());
    const up = named('Move Return up');
    expect(up.getAttribute('aria-disabled')).toBe('true');
    await press(up);
    const back = find('tr:has([aria-label="Minutes for Return"])');
    await act(async () => {
      const alt = { key: 'ArrowUp', altKey: true, bubbles: true, cancelable: true };
      back.dispatchEvent(new KeyboardEvent('keydown', alt));
    });
    await press(button('Use from now on'));
    expect(refusals).toEqual(['nothing-to-do']);
  });

  it('[ED5] tells under the running step that its presenter would not come back, and mends it there', async () => {
    await act(async () => named('Minutes for Return').focus());
    await press(named('Remove Return'));
    expect(find('[data-fault]').getAttribute('data-fault')).toBe('no-way-back');
    await press(button('Use from now on'));
    expect([refusals, closed]).toEqual([[], 0]);
    await press(button('Add a return'));
    expect(document.querySelector('[data-fault]')).toBeNull();
    await press(button('Use from now on'));
    expect(closed).toBe(1);
    expect(steps().map(({ kind }) => kind)).toContain('return');
  });

  it('[ED5] goes on where the course has moved meanwhile', async () => {
    await type(named('Minutes for Return'), '9');
    await type(named('Minutes for Closing'), '8');
    circle.play.to('return');
    await show();
    expect(texts('[data-step]:has(input)')).toHaveLength(1);
    await press(button('Use from now on'));
    expect(refusals).toEqual([]);
    expect(
      steps()
        .slice(6)
        .map(({ minutes }) => minutes),
    ).toEqual([5, 8]);
  });

  it('[ED6] says who changed the course meanwhile, and overwrites nothing of it', async () => {
    const { play, tomas } = circle;
    const { evening, edition } = play.room(tomas).leader!.plan;
    const ahead = steps()
      .slice(6)
      .map(({ id }) => id);
    const { turn } = play.session.course;
    const theirs = { ...evening, presenterWait: 30 };
    expect(play.says(tomas, { type: 'editCourse', turn, edition, ahead, evening: theirs }).ok).toBe(true);
    await type(named('Minutes for Return'), '9');
    await show();
    expect(document.body.textContent).toContain('Tomás has changed the course meanwhile.');
    await press(button('Use from now on'));
    expect([refusals, closed, steps()[6]?.minutes]).toEqual([[], 0, 5]);
  });
});
