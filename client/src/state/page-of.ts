import type { SessionState } from './store.ts';

const PROBLEMS = ['over', 'removed', 'not-today', 'revoked-link', 'reload', 'unauthorised'] as const;
/** An answer of the handshake that has a page of its own. */
export type Problem = (typeof PROBLEMS)[number];
type Known = Pick<SessionState, 'link' | 'view'>;

/** The answer that ends the page, if there is one. */
export const problemIn = ({ link }: Pick<SessionState, 'link'>): Problem | null =>
  PROBLEMS.find((one) => one === link) ?? null;

/** Which page a window with a seat token shows. A broken line leaves it standing. */
export const pageOf = ({ link, view }: Known) => {
  if (link === 'elsewhere') return 'elsewhere';
  return problemIn({ link }) ?? view?.kind ?? 'connecting';
};
