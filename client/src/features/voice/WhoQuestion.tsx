import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Choice } from './who.ts';

type Props = {
  readonly choices: readonly Choice[];
  readonly onChoose: (command: PersonalCommand) => void;
  readonly onClose: () => void;
};

/** Whose hand, whose case: the people at this camera as buttons. */
export function WhoQuestion({ choices, onChoose, onClose }: Props) {
  const actions = (
    <>
      {choices.map(({ words, command }) => (
        <Button key={words} onClick={() => onChoose(command)}>
          {words}
        </Button>
      ))}
      <Button look="bare" onClick={onClose}>
        {t('cancel')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('site.who')} onClose={onClose} actions={actions}>
      <p>{t('site.whoText')}</p>
    </Dialog>
  );
}
