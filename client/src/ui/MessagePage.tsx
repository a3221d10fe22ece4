import type { ReactNode } from 'react';
import { PageBar } from './PageBar.tsx';

type Props = {
  /** The bar's word: whose page this is. */
  readonly bar: string;
  readonly title: string;
  readonly text: string;
  /** `alert` is spoken at once. */
  readonly role?: 'alert' | 'status';
  readonly facts?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
};

/** A page that says one thing. */
export function MessagePage({ bar, title, text, role = 'status', facts, actions, children }: Props) {
  return (
    <>
      <title>{`${title} · ${bar}`}</title>
      <PageBar title={bar}>{facts}</PageBar>
      <main className="page page--narrow">
        <section className="stack stack--s" role={role}>
          <h2 className="title">{title}</h2>
          <p className="lede">{text}</p>
        </section>
        {children}
        {actions ? <div className="row">{actions}</div> : null}
      </main>
    </>
  );
}
