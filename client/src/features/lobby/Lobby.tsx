import type { LookAnswer } from '@tele-balint/shared/http';
import { lazy, Suspense, useEffect, useState } from 'react';
import { CalendarButton } from '../../calendar/CalendarButton.tsx';
import { loadLeading } from '../../leading.ts';
import type { Link } from '../../links/address.ts';
import { needOf } from '../../links/held-secret.ts';
import type { Kept } from '../../links/seat-token.ts';
import { type AnyRefusal, listed, refusalText, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageBar } from '../../ui/PageBar.tsx';
import { Title } from '../../ui/Title.tsx';
import { usePageFocus } from '../../ui/use-page-focus.ts';
import { AskForm } from './AskForm.tsx';
import { Devices } from '../../devices/Devices.tsx';
import { useCanSeal } from '../../media/use-can-seal.ts';
import { CannotSeal } from './CannotSeal.tsx';
import { LinkProblem } from './LinkProblem.tsx';
import { isFinal } from './lobby-model.ts';
import { isDeafHere } from './other-browser.ts';
import { useEnter } from './use-enter.ts';
import { useLook } from './use-look.ts';
import { eveningOf } from './when.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './Lobby.module.css';

// Only who comes before the time needs it.
const Early = lazy(() => import('./Early.tsx').then((part) => ({ default: part.Early })));

type Props = {
  readonly link: Link;
  /** Goes to the place that another window of this browser has got by this link meanwhile; whether there is one. */
  readonly findPlace: () => Promise<boolean>;
  /** `startsAt`: when the session begins, where it has a date. */
  readonly onEntered: (place: Kept, startsAt: number | null) => void;
};

/** What a link leads to before one has a place. */
export function Lobby({ link, findPlace, onEntered }: Props) {
  const { answer, lookAgain } = useLook(link.sessionId, link.invitation);
  const [atDoor, setAtDoor] = useState(false);
  const leads = answer?.ok === true && answer.value.kind === 'leader';
  useEffect(() => {
    if (leads) loadLeading();
  }, [leads]);
  const early = answer?.ok === true && !leads && !atDoor && answer.value.opensAt !== null;
  useEffect(() => {
    if (answer?.ok === true) link.roomSecret.settle(needOf(leads, answer.value.opensAt));
  }, [answer, leads, link]);
  const seals = useCanSeal(link.sessionId, answer?.ok === true ? answer.value.sealed : null);
  usePageFocus(seals === null && answer?.ok === true ? (early ? 'early' : 'asking') : null);
  if (!answer || seals === 'asking') return <Looking />;
  if (!answer.ok) return <LinkProblem refusal={answer.refusal} onTryAgain={lookAgain} />;
  if (seals !== null) return <CannotSeal why={seals} />;
  if (early && answer.value.startsAt !== null) {
    const evening = eveningOf(answer.value, link);
    return (
      <Suspense fallback={<Looking />}>
        <Early
          look={answer.value}
          startsAt={answer.value.startsAt}
          ahead={answer.ahead ?? 0}
          calendar={evening ? <CalendarButton evening={evening} /> : null}
          devices={<Devices caption={t('lobby.mirrored')} />}
          onDoor={() => setAtDoor(true)}
        />
      </Suspense>
    );
  }
  return (
    <Asking
      look={answer.value}
      link={link}
      findPlace={findPlace}
      onEntered={(token) => onEntered({ token, open: answer.value.kind === 'open' }, answer.value.startsAt)}
    />
  );
}

function Looking() {
  return (
    <>
      <PageBar title={t('app.name')} />
      <main className={layout.narrow}>
        <p role="status">{t('lobby.looking')}</p>
      </main>
    </>
  );
}

type AskingProps = {
  readonly look: LookAnswer;
  readonly link: Link;
  readonly findPlace: () => Promise<boolean>;
  readonly onEntered: (token: string) => void;
};

const problemText = (refusal: AnyRefusal | null) =>
  refusal === null || refusal === 'place-taken' || refusal === 'no-name' ? null : refusalText(refusal);

function Asking({ look, link, findPlace, onEntered }: AskingProps) {
  const { busy, refusal, enter, takeOver, forgetRefusal } = useEnter(link, { findPlace, onEntered });
  const evening = eveningOf(look, link);
  if (refusal && isFinal(refusal)) return <LinkProblem refusal={refusal} />;
  return (
    <>
      <title>{`${t('lobby.pageTitle')} · ${look.group || t('app.name')}`}</title>
      <PageBar title={t('app.name')}>{look.group ? <span>{look.group}</span> : null}</PageBar>
      <main className={`${layout.page} ${css.lobby}`}>
        <Devices caption={t('lobby.mirrored')} />
        <div className={layout.loose}>
          <div className={layout.close}>
            <Title>{t('lobby.title')}</Title>
            <p className={prose.hint}>
              {look.leaders.length > 0
                ? t('lobby.ledBy', { names: listed(look.leaders) })
                : t('lobby.ledByNobody')}
            </p>
            <p className={prose.hint}>{t(look.sealed ? 'lobby.sealed' : 'lobby.unsealed')}</p>
          </div>
          {isDeafHere(location.hostname, navigator.userAgent) ? (
            <Notice look="lamp" role="status">
              <p>
                <b>{t('lobby.otherBrowser')}</b>
              </p>
              <p>{t('lobby.otherBrowserText')}</p>
            </Notice>
          ) : null}
          <AskForm
            look={look}
            busy={busy}
            nameProblem={refusal === 'no-name' ? refusalText(refusal) : null}
            problem={problemText(refusal)}
            onAsk={(entry) => void enter(entry)}
          />
          {evening ? (
            <div className={layout.row}>
              <CalendarButton evening={evening} />
            </div>
          ) : null}
        </div>
      </main>
      {refusal === 'place-taken' ? (
        <Dialog
          title={t('lobby.takenTitle')}
          onClose={forgetRefusal}
          actions={
            <>
              <Button look="main" onClick={() => void takeOver()}>
                {t('lobby.takeOver')}
              </Button>
              <Button onClick={forgetRefusal}>{t('cancel')}</Button>
            </>
          }
        >
          <p>{t('lobby.takenText')}</p>
        </Dialog>
      ) : null}
    </>
  );
}
