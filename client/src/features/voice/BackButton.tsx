import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import css from './NeedButton.module.css';

/** The way back of whoever has stepped out: one press, in the place of a presenter's way in. */
export function BackButton({ onBack }: { readonly onBack: () => void }) {
  return (
    <div className={css.call}>
      <Button look="main" onClick={onBack}>
        {t('out.back')}
      </Button>
    </div>
  );
}
