import { LONGEST_NAME } from '@tele-balint/shared/longest';
import type { RoomView } from '@tele-balint/shared/view/view';
import { useEffect, useRef, useState } from 'react';
import { cleanName, MOST_AT_ONE } from '@tele-balint/shared/session/names';
import type { Run } from '../../connection/use-command.ts';
import { isMine, mySeat } from '../../state/places.ts';
import { moreText } from '../../text/more-text.ts';
import { listed, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';

const NOBODY = { name: '', profession: '' };

type Props = { readonly view: RoomView; readonly run: Run; readonly onClose: () => void };

/** Who sits at this camera, and one more person, whom a leader agrees to. */
export function PeopleHere({ view, run, onClose }: Props) {
  const own = view.places.filter(({ seat }) => isMine(view, seat));
  const [person, setPerson] = useState(NOBODY);
  const [called, setCalled] = useState('');
  const [tried, setTried] = useState(false);
  const { seat } = mySeat(view);
  const site = own[0]?.site ?? '';
  const { beside } = view.you;
  const nameless = cleanName(person.name) === '';
  const placeless = site === '' && cleanName(called) === '';
  const box = useRef<HTMLDivElement>(null);
  /** The button that had the focus has gone with what it took back. */
  const goesOn = useRef(false);
  useEffect(() => {
    if (goesOn.current) box.current?.querySelector<HTMLElement>('[name="person"]')?.focus();
    goesOn.current = false;
  }, [beside.length]);
  const takeBack = async (request: (typeof beside)[number]['id']) => {
    goesOn.current = true;
    // What came of it is shown by the view, which may come before the answer.
    if (!(await run({ type: 'withdrawBeside', as: seat, ask: request }))) goesOn.current = false;
  };
  const ask = async () => {
    setTried(true);
    if (nameless || placeless) return;
    const [name, profession] = [cleanName(person.name), cleanName(person.profession)];
    const done = await run({ type: 'askBeside', as: seat, name, profession, site: cleanName(called) });
    if (!done) return;
    setPerson(NOBODY);
    setTried(false);
  };
  return (
    <Dialog
      title={own.length > 1 ? moreText('site.here') : t('site.more')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      {own.length > 1 ? <p>{listed(own.map(({ name }) => name))}</p> : null}
      {own.length + beside.length < MOST_AT_ONE ? (
        <div ref={box} className={layout.stack}>
          {site === '' ? (
            <Field
              label={t('site.name')}
              maxLength={LONGEST_NAME}
              value={called}
              fault={tried && placeless ? t('site.nameFault') : null}
              onChange={(event) => setCalled(event.target.value)}
            />
          ) : null}
          <div className={layout.pair}>
            <Field
              label={t('site.person')}
              name="person"
              maxLength={LONGEST_NAME}
              value={person.name}
              fault={tried && nameless ? t('refusal.no-name') : null}
              onChange={(event) => setPerson({ ...person, name: event.target.value })}
            />
            <Field
              label={t('lobby.profession')}
              aside={t('lobby.optional')}
              maxLength={LONGEST_NAME}
              value={person.profession}
              onChange={(event) => setPerson({ ...person, profession: event.target.value })}
            />
          </div>
          <div className={layout.row}>
            <Button size="small" onClick={() => void ask()}>
              {moreText('site.askOne')}
            </Button>
            <span className={prose.hint}>{moreText('site.askText')}</span>
          </div>
        </div>
      ) : null}
      {/* Below the form, so that nothing comes to stand where one has just pressed. */}
      {beside.length > 0 ? (
        <p role="status">{moreText('site.asked', { names: listed(beside.map(({ name }) => name)) })}</p>
      ) : null}
      {beside.length > 0 ? (
        <ul className={layout.close}>
          {beside.map(({ id, name }) => (
            <li key={id}>
              <Button size="small" onClick={() => void takeBack(id)}>
                {moreText('site.takeBack', { name })}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </Dialog>
  );
}
