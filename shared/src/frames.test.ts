import { describe, expect, it } from 'vitest';
import { enterBody, openBody, openInvitation } from './http.ts';
import { protocolOf } from './protocol/presets.ts';
import { relayFrame } from './wire.ts';

const lines = (count: number) =>
  Array.from({ length: count }, (_, n) => `line-${String(n).padStart(6, '0')}`);

describe('an envelope', () => {
  it.each([
    ['to one', lines(1), 'x', true],
    ['to the whole of both rings', lines(26), 'x', true],
    ['to more than those', lines(27), 'x', false],
    ['to nobody', [], 'x', false],
    ['to the same one twice', [...lines(2), ...lines(1)], 'x', false],
    ['of nothing', lines(1), '', false],
    ['of the longest', lines(1), 'x'.repeat(4096), true],
    ['of more than that', lines(1), 'x'.repeat(4097), false],
  ] as const)('[SK6] %s', (_what, to, sealed, goes) => {
    expect(relayFrame.safeParse({ to, sealed }).success).toBe(goes);
  });
});

describe('what is written by people', () => {
  const link = { invitation: 'inv-york', hash: 'h'.repeat(43), kind: 'personal', role: 'member' };
  const body = { protocol: protocolOf('case45', true), group: '' };

  it('[DR12] is cleaned where it comes in, and a name of which nothing can be seen is none', () => {
    const named = (name: string | null) => openInvitation.safeParse({ ...link, name }).data?.name;
    expect(['  Mei \u202e Lin ', null, '\u200b', '', '…'].map(named)).toEqual([
      ...['Mei Lin', null, undefined, undefined, undefined],
    ]);
    const title = openBody.safeParse({
      ...body,
      group: ' A\u0000  group ',
      invitations: [{ ...link, name: 'Y' }],
    });
    expect(title.data?.group).toBe('A group');
    const who = { name: '\u200b', profession: ' GP ', rulesAccepted: true, takeOver: false };
    const enters = enterBody.safeParse({ id: 'command-1', secret: 's'.repeat(43), ...who });
    // The rules say so then, in words.
    expect(enters.data).toMatchObject({ name: '', profession: 'GP' });
  });

  it('[HT10] the leaders’ own line has something in it, and at most 200 characters', () => {
    const said = (closingLine: string) =>
      openBody.safeParse({ ...body, invitations: [{ ...link, name: 'York' }], closingLine }).data
        ?.closingLine;
    expect(['Thank  you', 'x'.repeat(200), 'x'.repeat(201), '', '\u200b'].map(said)).toEqual([
      ...['Thank you', 'x'.repeat(200), undefined, undefined, undefined],
    ]);
  });
});
