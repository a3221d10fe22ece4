import type { ReactNode } from 'react';
import { PageBar } from './PageBar.tsx';
import { Title } from './Title.tsx';
import layout from './layout.module.css';
import prose from './prose.module.css';

type Props = {
  /** The bar's word: whose page this is. */
  readonly bar: string;
  readonly title: string;
  readonly text: string;
  /** `alert` is spoken at once. */
  readonly role?: 'alert' | 'status';
  readonly facts?: ReactNode;
  /** Stands beside the words, or above them where there is no room for that. */
  readonly picture?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
};

/** A page that says one thing. */
export function MessagePage(props: Props) {
  const { bar, title, text, role = 'status', facts, picture, actions, children } = props;
  const words = (
    <>
      <section className={layout.close} role={role}>
        <Title>{title}</Title>
        <p className={prose.lede}>{text}</p>
      </section>
      {children}
      {actions ? <div className={layout.row}>{actions}</div> : null}
    </>
  );
  return (
    <>
      <title>{`${title} · ${bar}`}</title>
      <PageBar title={bar}>{facts}</PageBar>
      {picture ? (
        <main className={layout.pictured}>
          {picture}
          <div className={layout.loose}>{words}</div>
        </main>
      ) : (
        <main className={layout.narrow}>{words}</main>
      )}
    </>
  );
}
