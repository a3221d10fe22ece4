import { useEffect, useState } from 'react';
import { t } from '../../text/start-text.ts';
import { placeOf, whoOf } from './links-text.ts';
import { type QrCode, qrCode } from './qr-code.ts';
import type { PlannedLink } from './start-model.ts';
import css from './CodeSheet.module.css';

type Card = { readonly link: PlannedLink; readonly address: string };
type Props = {
  readonly cards: readonly Card[];
  /** Whose evening it is, and when, on each card. */
  readonly evening: string;
  /** It has been printed, or could not be drawn. */
  readonly onDone: (drawn: boolean) => void;
};

/** Cards to cut apart, one a person: shown on paper and nowhere else. It prints itself once its codes are drawn. */
export function CodeSheet({ cards, evening, onDone }: Props) {
  const [codes, setCodes] = useState<readonly QrCode[] | null>(null);
  useEffect(() => {
    let here = true;
    Promise.all(cards.map(({ address }) => qrCode(address))).then(
      (drawn) => here && setCodes(drawn),
      () => here && onDone(false),
    );
    return () => {
      here = false;
    };
  }, [cards, onDone]);
  useEffect(() => {
    if (codes === null) return undefined;
    const done = () => onDone(true);
    addEventListener('afterprint', done);
    print();
    return () => removeEventListener('afterprint', done);
  }, [codes, onDone]);
  return (
    <article className={css.sheet} aria-hidden="true" data-sheet="">
      {codes?.map(({ size, path }, at) => {
        const card = cards[at];
        return card === undefined ? null : (
          <section key={card.link.invitation} className={css.card}>
            <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
              <path d={path} />
            </svg>
            <div>
              <h3>{whoOf(card.link)}</h3>
              <p>{placeOf(card.link)}</p>
              <p>{evening}</p>
              <p>{t('made.cardText', { kind: card.link.kind })}</p>
            </div>
          </section>
        );
      })}
    </article>
  );
}
