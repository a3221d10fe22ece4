import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Need } from './voice-model.ts';
import prose from '../../ui/prose.module.css';
import css from './NeedButton.module.css';

/**
 * The presenter's way in. It asks nothing. Once the call stands a sentence has the button's place, and what takes it
 * back has one of its own, so that no second tap of a hurried hand undoes the first.
 */
export function NeedButton({ need }: { readonly need: Need }) {
  const { told, act } = need;
  return (
    <div className={css.call}>
      <Button size="small" look="bare" className={css.undo} hidden={act !== null} onClick={need.undo}>
        {t('need.withdraw')}
      </Button>
      {act === null ? (
        <p className={css.told}>{told}</p>
      ) : (
        <Button className={css.need} aria-describedby="need-hint" onClick={act}>
          <Icon name="come" />
          <span>{need.words}</span>
        </Button>
      )}
      <span className={prose.visuallyHidden} id="need-hint">
        {need.hint}
      </span>
    </div>
  );
}
