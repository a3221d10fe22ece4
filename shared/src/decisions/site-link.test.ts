import { expect, it } from 'vitest';
import { openBody } from '../http.ts';
import { protocolOf } from '../protocol/presets.ts';
import { emptySession } from '../session/session.ts';
import { step } from '../step.ts';
import type { Instant, InvitationId, SessionId } from '../vocabulary.ts';
import type { DoorCommand } from './command.ts';
import { look } from './look.ts';

type Link = Extract<DoorCommand, { type: 'open' }>['invitations'][number];

const people = ['Claire Dubois', 'Kofi Mensah'];
const leader: Link = {
  ...{ invitation: 'inv-a' as InvitationId, hash: 'hash-a', name: 'Ruth' },
  ...{ kind: 'leader', role: 'leader' },
};
const york: Link = {
  ...{ invitation: 'inv-b' as InvitationId, hash: 'hash-b', name: 'York', people },
  ...{ kind: 'personal', role: 'member' },
};
const opened = (...invitations: readonly Link[]) =>
  step(
    emptySession,
    {
      ...{ type: 'open', id: 'session' as SessionId, group: '' },
      ...{ protocol: protocolOf('case45', true), invitations },
    },
    { by: { kind: 'door' }, now: 0 as Instant, fresh: () => 'id' },
  );

it('[ST22] a link tells whom it expects together, and no other link does', () => {
  const made = opened(leader, york);
  if (!made.ok) throw new Error(made.refusal);
  expect(look(made.next, 'hash-b', 0 as Instant)).toMatchObject({ name: 'York', people });
  expect(look(made.next, 'hash-a', 0 as Instant)).not.toHaveProperty('people');
});

it('[ST22] only a member’s or observer’s personal link names several', () => {
  const no = { ok: false, refusal: 'not-allowed' };
  expect(opened(leader, { ...york, role: 'observer' }).ok).toBe(true);
  expect(opened(leader, { ...york, kind: 'open' })).toEqual(no);
  expect(opened(leader, { ...york, role: 'supervisor' })).toEqual(no);
  expect(opened({ ...leader, people })).toEqual(no);
});

it('[ST22] a link names two to six people, each with a name that can be seen', () => {
  const { people: shape } = openBody.shape.invitations.element.shape;
  const reads = (names: readonly string[]) => shape.safeParse(names).success;
  expect([reads(people), reads(['A', 'B', 'C', 'D', 'E', 'F'])]).toEqual([true, true]);
  expect([reads(['A']), reads(['A', '\u200b']), reads(['A', 'B', 'C', 'D', 'E', 'F', 'G'])]).toEqual([
    ...[false, false, false],
  ]);
  expect(reads(['A', 'w'.repeat(61)])).toBe(false);
});
