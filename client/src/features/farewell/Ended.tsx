import type { Receipt } from '../../links/receipt.ts';
import { t } from '../../text/text.ts';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { Seal } from './Seal.tsx';
import { useWitness } from './use-witness.ts';
import prose from '../../ui/prose.module.css';

/** The last page, loaded anew: it goes on waiting for the end of the key. */
export function Ended({ receipt }: { readonly receipt: Receipt }) {
  const told = useWitness(receipt);
  return (
    <MessagePage bar={t('app.name')} title={t('farewell.over')} text={t('farewell.overNew')}>
      <Seal told={told} until={receipt.until} since={null} />
      <p className={prose.hint}>{t('farewell.close')}</p>
    </MessagePage>
  );
}
