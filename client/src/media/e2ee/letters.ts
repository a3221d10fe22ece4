// What this page's people read and write of letters, between its memory and the agreement of one visit.

import { asWritten } from '@tele-balint/shared/e2ee/letter';
import type { Leading } from '@tele-balint/shared/e2ee/post';
import { addNote, leadingLines, leadsHere, letters, type Sent, setContact } from '../../state/letters.ts';
import { session } from '../../state/store.ts';
import type { MailPorts } from './mail.ts';
import type { Sealing } from './sealing.ts';

const NOBODY: Sent = { got: [], missed: [] };

const leading = (): Leading => {
  const { view } = session.getState();
  return view?.kind === 'room'
    ? { lines: leadingLines(view), me: leadsHere(view) }
    : { lines: new Set(), me: false };
};

export const makeLetters = () => {
  let told: ((sent: Sent) => void) | null = null;
  let unwatch = (): void => undefined;

  const ends = (sent: Sent): void => {
    told?.(sent);
    told = null;
  };
  const ports: MailPorts = {
    leading,
    onNews: ({ line, names }, { kind, text }) =>
      kind === 'note' ? addNote(names, text, Date.now()) : setContact(line, text),
    onNote: (got, missed) => ends({ got, missed }),
    onLeaders: (lines) => {
      if (lines.join(' ') !== letters.getState().leaders.join(' ')) letters.setState({ leaders: lines });
    },
  };

  return {
    ports,
    /** @param write hands it to the agreement, which has begun */
    begin: (write: Sealing['write']): void => {
      let contact: string | null = null;
      const look = (): void => {
        const { ownContact } = letters.getState();
        if (ownContact === contact) return;
        contact = ownContact;
        if (contact !== null) void write('contact', asWritten('contact', contact));
      };
      unwatch = letters.subscribe(look);
      look();
      const send = (typed: string): Promise<Sent> => {
        const text = asWritten('note', typed);
        // One after the other: the note before this one has ended.
        if (text === '' || told !== null) return Promise.resolve(NOBODY);
        return new Promise((tell) => {
          told = (sent) => {
            if (sent.got.length > 0) addNote(null, text, Date.now());
            tell(sent);
          };
          void write('note', text);
        });
      };
      letters.setState({ send });
    },
    stop: (): void => {
      unwatch();
      ends(NOBODY);
      letters.setState({ send: null, leaders: [] });
    },
  };
};
