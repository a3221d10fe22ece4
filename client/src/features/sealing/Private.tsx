import { useStore } from 'zustand';
import { sealing } from '../../media/e2ee/sealing-store.ts';
import { timeOfDay } from '../../state/time-of-day.ts';
import { sealingText as t } from '../../text/sealing-text.ts';
import { listed } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import { useCompared } from './compared.ts';
import { type Change, changesSince, privacyOf, safetyWords } from './private-model.ts';
import css from './Private.module.css';

const changeText = (change: Change): string => {
  const names = listed(change.names);
  return change.kind === 'gone'
    ? t('words.gone', { names })
    : t(`words.${change.kind}`, { names, time: timeOfDay(change.since) });
};

/** What has changed since the words were compared, or the words with the question to compare them. */
function Words() {
  const places = useStore(sealing, ({ words }) => words);
  const hearers = useStore(sealing, (is) => is.hearers);
  const { compared } = useCompared();
  const words = safetyWords(places);
  if (places === 'none') return <p className={prose.hint}>{t('sealed.alone')}</p>;
  const changes = compared === null ? [] : changesSince(compared, hearers);
  return (
    <>
      <h3>{t('words.title')}</h3>
      {words === null ? (
        <p role="status">{t('words.coming')}</p>
      ) : (
        <p className={css.words} data-words="">
          {words.join(' · ')}
        </p>
      )}
      {compared === null ? <p className={prose.hint}>{t('words.say')}</p> : null}
      {compared !== null && changes.length === 0 ? (
        <p role="status">{t('words.same', { time: timeOfDay(compared.at) })}</p>
      ) : null}
      {compared !== null && changes.length > 0 ? (
        <>
          <p>{t('words.changed', { time: timeOfDay(compared.at) })}</p>
          <ul className={layout.close}>
            {changes.map((change) => (
              <li key={changeText(change)}>{changeText(change)}</li>
            ))}
          </ul>
          <p className={prose.hint}>{t('words.other')}</p>
        </>
      ) : null}
      {words !== null && (compared === null || changes.length > 0) ? (
        <div className={layout.row}>
          <Button
            size="small"
            onClick={() => useCompared.setState({ compared: { at: Date.now(), hearers } })}
          >
            {t('words.read')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** "Is this private?": whether what is said here is sealed, for whom, and how to be sure of it. */
export function Private({ sealed }: { readonly sealed: boolean }) {
  const is = useStore(sealing);
  const privacy = privacyOf(sealed, is);
  const others = is.confirmed.of > 0;
  return (
    <section className={layout.close} aria-label={t('sealed.title')} data-privacy={privacy}>
      <h3>{t('sealed.title')}</h3>
      <p>{t(`sealed.${privacy}`)}</p>
      {privacy === 'sealed' && others ? (
        <p className={prose.hint}>{t('sealed.confirmed', is.confirmed)}</p>
      ) : null}
      {privacy === 'sealed' || privacy === 'alarmed' ? <Words /> : null}
    </section>
  );
}
