// What keeps a page from sending unsealed, whoever says so, where all is sealed.

const worker = 'client/src/media/e2ee/strict.worker.alone.test.ts';
const post = 'shared/src/e2ee/post.ts';
const postTest = 'shared/src/e2ee/post.test.ts';

/** @type {readonly import('./all.mjs').Control[]} */
export const SEALS = [
  {
    id: 'always-sealed',
    file: 'client/src/media/e2ee/strict.worker.ts',
    from: "if (kind === 'enable') data.enabled = true;",
    to: '',
    test: worker,
    named: '[EE13] plays what is sealed, once, and nothing else, though it is told that nothing is sealed',
  },
  {
    id: 'directions-have-ids-apart',
    file: 'client/src/media/e2ee/strict.worker.ts',
    from: 'const inward = (id: string): string => `in ${id}`;',
    to: 'const inward = (id: string): string => `out ${id}`;',
    test: worker,
    named: '[EE12] seals with the own key though another track is given the own one’s id and taken away',
  },
  {
    id: 'only-sealed-goes-out',
    file: 'client/src/media/e2ee/frames.ts',
    from: 'if (before === undefined || !isSealed(frame, before)) return;',
    to: 'if (before === undefined) return;',
    test: worker,
    named: '[EE12] lets nothing go for whom nothing was turned on',
  },
  {
    id: 'sealed-stays-sealed',
    file: 'client/src/media/media.ts',
    from: "if (wasSealed(entry.sessionId)) return refusedStay('withdrawn');",
    to: "if (wasSealed('')) return refusedStay('withdrawn');",
    test: 'client/src/media/media.alone.test.ts',
    named: '[EE11] goes on without a seal for no word that comes after, and says why',
  },
  {
    id: 'broken-agreement-ends-all',
    file: 'client/src/media/e2ee/sealing.ts',
    from: 'if (!closed) ports.onBroken();',
    to: '',
    test: 'client/src/media/e2ee/sealing.test.ts',
    named: '[EE12] says once that it cannot go on where a step or what is shown of it fails',
  },
  {
    id: 'letters-to-the-confirmed',
    file: post,
    from: 'lines.has(peer.line) && isConfirmed(state, peer, now)',
    to: 'lines.has(peer.line)',
    test: postTest,
    named: '[LT2] nothing is sealed to who',
  },
  {
    id: 'letters-opened-once',
    file: post,
    from: 'to !== state.me.mid || count <= read.count',
    to: 'to !== state.me.mid',
    test: postTest,
    named: '[LT1] nothing is opened twice, or after what was written later',
  },
  {
    id: 'notes-of-leaders-only',
    file: post,
    from: "!leading.me || (kind === 'note' && !leading.lines.has(line))",
    to: '!leading.me',
    test: postTest,
    named: '[LT2] a note is shown and answered only at who leads, from who leads',
  },
];
