// Under which id one asks to come in: that of the same question is the same until it is answered, also where the page is loaded anew
// meanwhile. The server may have given a place already, and would take another id for another browser.

import { freshSecret, hashOf } from './links.ts';

const keptUnder = (sessionId: string): string => `tele-balint:asking:${sessionId}`;

/** What the ids of a page's questions are made with. Drawn at random: two people may have one name, and one link. */
export const drawAsking = (sessionId: string): string => {
  const fresh = freshSecret();
  try {
    const kept = sessionStorage.getItem(keptUnder(sessionId));
    if (kept === null) sessionStorage.setItem(keptUnder(sessionId), fresh);
    return kept ?? fresh;
  } catch {
    // Without storage a page that is loaded anew asks anew.
    return fresh;
  }
};

/** The id of a question. What is asked goes into it and is not kept: another name is another question. */
export const idOfAsking = (drawn: string, question: object): Promise<string> =>
  hashOf(`${drawn} ${JSON.stringify(question)}`);

/** To be called when the question was answered: the next one is another. */
export const forgetAsking = (sessionId: string): void => {
  try {
    sessionStorage.removeItem(keptUnder(sessionId));
  } catch {
    // Without storage nothing was kept.
  }
};
