import { useEffect, useState } from 'react';
import { t } from '../../text/start-text.ts';
import { Button } from '../../ui/Button.tsx';
import { TableIcon } from '../../ui/table/TableIcon.tsx';
import type { PlannedLink } from './start-model.ts';
import { qrCode, type QrCode } from './qr-code.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './ScanCode.module.css';

type Props = {
  readonly id: string;
  readonly kind: PlannedLink['kind'];
  readonly who: string;
  readonly address: string;
  readonly onPrint: () => void;
  readonly onClose: () => void;
};

/** One link, large, for one person's telephone. */
export function ScanCode({ id, kind, who, address, onPrint, onClose }: Props) {
  const [code, setCode] = useState<QrCode | 'failed' | null>(null);
  useEffect(() => {
    let here = true;
    qrCode(address).then(
      (drawn) => here && setCode(drawn),
      () => here && setCode('failed'),
    );
    return () => {
      here = false;
    };
  }, [address]);
  const title = kind === 'open' ? t('made.scanOpen') : t('made.scan', { name: who });
  return (
    <div className={css.scan} id={id} role="group" aria-label={title}>
      {code !== null && code !== 'failed' ? (
        <svg
          viewBox={`0 0 ${code.size} ${code.size}`}
          role="img"
          aria-label={title}
          shapeRendering="crispEdges"
        >
          <path d={code.path} />
        </svg>
      ) : null}
      <div className={layout.close}>
        <p>
          <b>{title}</b>
        </p>
        {code === 'failed' ? (
          <p role="alert">{t('made.scanFailed')}</p>
        ) : (
          <p className={prose.hint}>{t('made.scanText', { kind })}</p>
        )}
        <div className={layout.row}>
          <Button size="small" aria-label={t('made.printFor', { name: who })} onClick={onPrint}>
            <TableIcon name="print" />
            {t('made.print')}
          </Button>
          <Button size="small" look="bare" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      </div>
    </div>
  );
}
