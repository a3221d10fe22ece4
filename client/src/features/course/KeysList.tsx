import type { RoomView } from '@tele-balint/shared/view/view';
import { keyText } from '../../text/keys-text.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { keysSwitch, useKeysOn } from '../../ui/keys-switch.ts';
import { keysFor } from './keys-model.ts';
import form from '../../ui/form.module.css';
import prose from '../../ui/prose.module.css';
import css from './KeysList.module.css';

type Props = { readonly view: RoomView; readonly onClose: () => void };

/** Every shortcut, and the one tick for all of them. */
export function KeysList({ view, onClose }: Props) {
  const on = useKeysOn();
  return (
    <Dialog
      title={t('keys.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <label className={form.check}>
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => keysSwitch.setState({ on: event.target.checked })}
        />
        <span>{keyText('keys.use')}</span>
      </label>
      <dl className={css.keys}>
        {keysFor(view).map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className={prose.hint}>{keyText('keys.hint')}</p>
    </Dialog>
  );
}
