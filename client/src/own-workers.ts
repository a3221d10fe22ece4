// What the page lets be made of words: the address of a worker of our own, and nothing else.

type Factory = {
  createPolicy(name: string, rules: { createScriptURL(asked: string): string | null }): unknown;
};

/** Addresses of built scripts; they alone lie there. */
const BUILT = /^\/assets\/[\w.-]+\.js$/;

/** The address as it was asked for where it is one of a built script of ours, else `null`, which the browser refuses. */
export const ownScript = (asked: string, page: string): string | null => {
  if (!URL.canParse(asked, page)) return null;
  const { origin, pathname } = new URL(asked, page);
  return origin === new URL(page).origin && BUILT.test(pathname) ? asked : null;
};

/** Makes that the rule, in browsers with trusted types, for as long as the page stays: the policy allows no second one. */
export const allowOwnWorkersOnly = (): void => {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  trustedTypes?.createPolicy('default', { createScriptURL: (asked) => ownScript(asked, location.href) });
};
