import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type Draft, EMPTY_DRAFT, MOST_MEMBERS, bodyOf, faultsOf, planOf } from './start-model.ts';
import { Preview } from './Preview.tsx';
import { Made } from './Made.tsx';
import { protocolOf } from '@tele-balint/shared/protocol/presets';
import { sizeAdvice } from './size-advice.ts';
import { openedRoom } from './kept-rooms.ts';

const counting = () => {
  let n = 0;
  return { id: () => `id-${(n += 1)}`, secret: () => `secret-${(n += 1)}` };
};
const draft: Draft = { ...EMPTY_DRAFT, leader: ' Ruth Adler ', members: 'Mei Lin\n\n  Samir Haddad \n' };

describe('opening a session', () => {
  it('[PH4] protects the story unless somebody unticks it', () => {
    expect(EMPTY_DRAFT.protectStory).toBe(true);
  });

  it('[LB2] names the first thing that is missing or too long', () => {
    expect(faultsOf(EMPTY_DRAFT, true, 0).map(({ field }) => field)).toEqual(['leader', 'organiserKey']);
    expect(faultsOf(draft, false, 0)).toEqual([]);
    const many = Array.from({ length: MOST_MEMBERS + 1 }, (_, n) => `Name ${n}`).join('\n');
    expect(faultsOf({ ...draft, members: many }, false, 0)).toEqual([{ field: 'members', kind: 'many' }]);
    expect(faultsOf({ ...draft, members: 'x'.repeat(61) }, false, 0)[0]).toMatchObject({ kind: 'long' });
    expect(faultsOf({ ...draft, members: 'York: A, B, C, D, E, F, G' }, false, 0)).toEqual([
      { field: 'members', kind: 'crowd', name: 'York' },
    ]);
  });

  it('draws the co-leader’s chair beside the leader’s, as the room seats them', () => {
    const picture = renderToStaticMarkup(
      createElement(Preview, { draft: { ...draft, coLeader: 'Tomás Vera' } }),
    );
    const names = [...picture.matchAll(/rx="9"[^>]*><\/rect><text[^>]*>([^<]*)</g)].map(([, name]) => name);
    expect(names.slice(0, 5)).toEqual(['Ruth', 'Tomás', 'Mei', 'Samir', '']);
  });

  it('[ST6] makes a leader’s link, a co-leader’s link, one open link and one link for each name', () => {
    expect(planOf(draft, counting()).links.map(({ kind, role, name }) => [kind, role, name])).toEqual([
      ['leader', 'leader', 'Ruth Adler'],
      ['leader', 'coLeader', null],
      ['open', 'member', null],
      ['personal', 'member', 'Mei Lin'],
      ['personal', 'member', 'Samir Haddad'],
    ]);
  });

  it('[ST22] makes one link for several at one camera, with their names on it', () => {
    const york = { ...draft, members: 'York: Claire Dubois, Kofi Mensah\nMei Lin' };
    const plan = planOf(york, counting());
    expect(plan.links.slice(3)).toMatchObject([
      { kind: 'personal', role: 'member', name: 'York', people: ['Claire Dubois', 'Kofi Mensah'] },
      { kind: 'personal', role: 'member', name: 'Mei Lin' },
    ]);
    const { invitations } = bodyOf(york, plan, []);
    expect(invitations.slice(3).map(({ people }) => people)).toEqual([
      ['Claire Dubois', 'Kofi Mensah'],
      undefined,
    ]);
  });

  it('[ST23] advises where more than ten come, and where more than twelve do, and refuses nobody', () => {
    const of = (members: number, course: Partial<Draft> = {}): Draft => ({
      ...draft,
      ...course,
      coLeader: 'Tomás',
      members: Array.from({ length: members }, (_, n) => `M ${n}`).join('\n'),
    });
    expect(sizeAdvice(of(8))).toBeNull();
    expect(sizeAdvice(of(9))).toMatch(/^11 people come: more than ten online/);
    expect(sizeAdvice(of(11))).toMatch(/^13 people come\. Above twelve/);
    expect(sizeAdvice(of(11))).toContain('Allow it under');
    const protocol = { ...protocolOf('online60', true), outerRing: true };
    expect(sizeAdvice(of(11, { course: { name: 'Ours', protocol } }))).toContain('has an outer ring');
    expect(sizeAdvice({ ...of(5), members: 'York: A, B, C, D, E, F\nLeeds: A, B, C' })).toMatch(/^11 people/);
    expect(faultsOf(of(20), false, 0)).toEqual([]);
  });

  it('[LD9] a supervisor who is named has a link of their own, and nobody else has one', () => {
    const roles = (supervisor: string) =>
      planOf({ ...draft, supervisor }, counting()).links.filter(({ role }) => role === 'supervisor');
    expect(roles(' Lars  Holm ')).toMatchObject([{ kind: 'personal', name: 'Lars Holm' }]);
    expect(roles(' ')).toEqual([]);
    const long = { field: 'supervisor', kind: 'long', name: 'x'.repeat(61) };
    expect(faultsOf({ ...draft, supervisor: 'x'.repeat(61) }, false, 0)).toContainEqual(long);
  });

  it('[ST2] sends hashes and never a secret', () => {
    const plan = planOf(draft, counting());
    const body = bodyOf(
      draft,
      plan,
      plan.links.map((_, n) => `hash-${n}`),
    );
    expect(JSON.stringify(body)).not.toContain('secret-');
    expect(body.invitations.map(({ hash }) => hash)).toEqual(plan.links.map((_, n) => `hash-${n}`));
    expect(body).not.toHaveProperty('organiserKey');
    expect(body).not.toHaveProperty('startsAt');
  });

  it('[ST6] [ST21] the text for a mail carries the open link and no other, and each mail its own', () => {
    const plan = planOf(draft, counting());
    const page = renderToStaticMarkup(
      createElement(Made, {
        room: openedRoom(draft, plan),
        origin: 'https://room.example',
        onCopied: () => undefined,
        onAnother: () => undefined,
      }),
    );
    const mail = /<textarea[^>]*>([^<]*)/.exec(page)?.[1] ?? '';
    const mails = [...page.matchAll(/href="mailto:[^"]*body=([^"]*)"/g)].map(([, body = '']) =>
      decodeURIComponent(body),
    );
    const secretsIn = (text: string) => plan.links.filter(({ secret }) => text.includes(`#${secret}.`));
    expect(secretsIn(mail).map(({ kind }) => kind)).toEqual(['open']);
    expect(mails.map(secretsIn)).toEqual(plan.links.map((link) => [link]));
    // No address stands there to be read: only where a link leads, and in the texts.
    const shown = page.replaceAll(/<textarea[^]*?<\/textarea>| href="[^"]*"/g, '');
    expect(secretsIn(shown)).toEqual([]);
    expect(mail).toContain('Our Balint group meets in a video room.');
  });
});
