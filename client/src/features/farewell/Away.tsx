import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import type { Receipt } from '../../links/receipt.ts';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { Seal } from './Seal.tsx';
import { useWitness } from './use-witness.ts';

type Props = {
  /** Of an evening that had ended when they left. */
  readonly receipt: Receipt | null;
  readonly onComeBack: () => void;
};

/** Somebody had left, and the page was loaded anew: nothing connects before they press. */
export function Away({ receipt, onComeBack }: Props) {
  const told = useWitness(receipt);
  return (
    <MessagePage
      bar={t('app.name')}
      title={t('farewell.left')}
      text={t('farewell.leftText')}
      actions={
        <Button look="main" onClick={onComeBack}>
          {t('farewell.comeBack')}
        </Button>
      }
    >
      {receipt === null ? null : <Seal told={told} until={receipt.until} since={null} />}
    </MessagePage>
  );
}
