import { LONGEST_CONTACT } from '@tele-balint/shared/longest';
import { type SyntheticEvent, useId, useState } from 'react';
import { say } from '../../state/announce.ts';
import { keepOwnContact, letters } from '../../state/letters.ts';
import { moreText } from '../../text/more-text.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';

/** How one is reached if the own line breaks: written, changed, or taken back. */
export function ContactDialog({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState(() => letters.getState().ownContact ?? '');
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    // Leaders may have what was written before a reload.
    letters.setState(({ ownContact }) => ({ ownContact: ownContact ?? '' }));
    keepOwnContact(typed);
    say(moreText(typed.trim() === '' ? 'contact.gone' : 'contact.saved'));
    onClose();
  };
  return (
    <Dialog
      title={moreText('contact.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="main" type="submit" form={id}>
            {moreText('contact.save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <form id={id} className={layout.close} onSubmit={save}>
        <Field
          label={moreText('contact.field')}
          name="contact"
          autoComplete="off"
          maxLength={LONGEST_CONTACT}
          value={typed}
          hint={`${id}-text`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className={prose.hint} id={`${id}-text`}>
          {moreText('contact.text')} {moreText('contact.takeBack')}
        </p>
      </form>
    </Dialog>
  );
}
