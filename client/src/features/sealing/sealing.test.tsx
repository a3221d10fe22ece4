// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Hearer, type SealingSnapshot, UNSEALED } from '../../media/e2ee/sealing-model.ts';
import { sealing } from '../../media/e2ee/sealing-store.ts';
import { useCompared } from './compared.ts';
import { Private } from './Private.tsx';
import { SealNotices } from './SealNotices.tsx';

const dan: Hearer = { mid: 'd1', line: 'd', names: ['Dan'], since: 1 };
const eve: Hearer = { mid: 'e1', line: 'e', names: ['Eve'], since: 2 };
const ARMED: SealingSnapshot = {
  ...{ own: 'armed', refusal: null, lines: {}, alarm: null, sayers: [], words: [0, 1, 2, 3] },
  confirmed: { of: 1, are: 1 },
  hearers: [dan],
};

describe('what a page says of its seal', () => {
  let root: Root;
  let box: HTMLElement;
  const knows = (is: Partial<SealingSnapshot>) =>
    act(async () => sealing.setState({ ...ARMED, ...is }, true));
  const panel = (sealed = true) => act(async () => root.render(<Private sealed={sealed} />));
  const text = () => box.textContent;
  const press = () => act(async () => box.querySelector('button')?.click());

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    box.remove();
    sealing.setState(UNSEALED, true);
    useCompared.setState({ compared: null });
  });

  it('[SE1] promises a seal only where there is one', async () => {
    await panel(false);
    expect(text()).toContain('Not sealed.');
    await panel();
    for (const is of [{ own: 'starting' }, { own: 'refused', refusal: 'worker' }] as const) {
      await knows(is);
      expect(text()).not.toContain('Sealed.');
      expect(text()).not.toContain('Four words');
    }
    await knows({});
    expect(text()).toContain('Sealed.');
    expect(text()).toContain('1 of 1 others confirmed');
  });

  it('[SE1] promises nothing beside an alarm that says otherwise, and shows the words to compare', async () => {
    await panel();
    await knows({ alarm: ['stray'] });
    expect(text()).not.toContain('opens only in those');
    expect(text()).toContain('it is not sure for whom');
    expect(box.querySelector('[data-words]')).not.toBe(null);
  });

  it('[SE2] shows four words or none, asks for them once, and tells then what has changed', async () => {
    await panel();
    await knows({ words: 'coming' });
    expect(box.querySelector('[data-words]')).toBe(null);
    await knows({});
    expect(box.querySelector('[data-words]')?.textContent).toBe('accordion · acorn · acrobat · actor');
    await press();
    expect(text()).toContain('Nothing has changed since.');
    expect(box.querySelector('button')).toBe(null);
    await knows({ hearers: [{ ...dan, mid: 'd2', since: 3 }, eve] });
    expect(text()).toMatch(/\+ Eve, .*\+ Dan, new device, /);
    await press();
    expect(text()).toContain('Nothing has changed since.');
    await knows({ hearers: [eve] });
    expect(text()).toContain('− Dan');
  });

  it.each([
    [['key', 'roster'], 'Please stop talking about the case. This browser was given another key'],
    [['line', 'stray'], 'Please stop talking about the case. A browser can hear'],
    [['roster', 'said'], 'Please stop talking about the case. Not every browser'],
    [['line', 'said'], 'Please stop talking about the case. The browser of Dan says'],
    [['line'], 'Somebody here is not confirmed. They stand'],
  ] as const)('[SE3] tells of the gravest alarm, %s', async (alarm, told) => {
    await act(async () => root.render(<SealNotices />));
    expect(text()).toBe('');
    await knows({ alarm: [...alarm], sayers: [['Dan']] });
    expect(text()).toContain(told);
    await knows({ alarm: null });
    expect(text()).toBe('');
  });

  it('[SE3] says by whose word alone others were given another key', async () => {
    await act(async () => root.render(<SealNotices />));
    await knows({ alarm: ['said'], sayers: [['Dan', 'Dora']] });
    expect(text()).toContain('The browser of Dan and Dora says that it was given another key than this one.');
    await knows({ alarm: ['said'], sayers: [['Dan'], ['Eve']] });
    expect(text()).toContain(
      'The browsers of Dan and Eve say that they were given another key than this one. Ask them',
    );
  });

  it('[SE3] says why this page seals nothing, and what helps', async () => {
    await act(async () => root.render(<SealNotices />));
    for (const [refusal, helps] of [
      ['browser', 'current Chrome'],
      ['worker', 'Load the page again'],
      ['key-missing', 'whole link'],
      ['withdrawn', 'now says that they are not'],
      ['never-sealed', 'this server does not seal'],
    ] as const) {
      await knows({ own: 'refused', refusal });
      expect(text()).toContain(helps);
    }
  });
});
