import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { announcements, say } from './announce.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // What another file's page has said stands for ten seconds.
  announcements.setState({ polite: [], urgent: [] });
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});
const shown = () => announcements.getState().polite.map(({ text }) => text);

describe('what is spoken', () => {
  it('[CO1] the same sentence twice is two sentences, in the region too', () => {
    say('The session goes on.');
    say('The session goes on.');
    const { polite } = announcements.getState();
    expect(new Set(polite.map(({ n }) => n)).size).toBe(2);
    const region = renderToStaticMarkup(createElement(LiveRegion, { said: polite }));
    expect(region.match(/<span>The session goes on\. <\/span>/g)).toHaveLength(2);
  });

  it('[CO1] two that come at once stand side by side, and neither stands for ever', () => {
    say('Mei Lin has left.');
    say('Push-back is not confirmed.', true);
    say('The door is open.');
    expect(shown()).toEqual(['Mei Lin has left.', 'The door is open.']);
    expect(announcements.getState().urgent).toHaveLength(1);
    vi.runAllTimers();
    expect(announcements.getState()).toEqual({ polite: [], urgent: [] });
  });
});
