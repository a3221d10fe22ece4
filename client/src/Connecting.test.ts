import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Connecting } from './Connecting.tsx';

describe('on the way to the place', () => {
  it('[DR7] a place that changed windows a moment ago comes by itself; nobody is asked to try again', () => {
    const soon = renderToStaticMarkup(createElement(Connecting, { link: 'too-soon' }));
    expect(soon).toContain('you need not press anything');
    expect(soon).not.toContain('try again');
  });
});
