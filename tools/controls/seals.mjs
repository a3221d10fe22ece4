// What keeps a page from sending unsealed, whoever says so, where all is sealed.

const worker = 'client/src/media/e2ee/strict.worker.alone.test.ts';

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
];
