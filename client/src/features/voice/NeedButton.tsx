import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Need } from './voice-model.ts';

/** The presenter's way in. It asks nothing; pressing again takes it back. */
export function NeedButton({ need }: { readonly need: Need }) {
  return (
    <>
      {need.told === null ? null : <p className="hint">{need.told}</p>}
      <Button look="need" aria-describedby="need-hint" onClick={need.act}>
        <Icon name="come" />
        <span>{need.words}</span>
      </Button>
      <span className="vh" id="need-hint">
        {need.hint}
      </span>
    </>
  );
}
