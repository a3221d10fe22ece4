import type { Alarm } from '@tele-balint/shared/e2ee/state';
import { useStore } from 'zustand';
import { sealing } from '../../media/e2ee/sealing-store.ts';
import { listed, t } from '../../text/text.ts';
import { SpokenNotice } from '../../SpokenNotice.tsx';

/** The gravest first: of several one is told. What one member says of another hides nothing that this page has seen itself. */
const GRAVE: readonly Alarm['why'][] = ['key', 'stray', 'roster', 'said', 'line'];

/** What is wrong, and what to do about it. */
const toldOf = (why: Alarm['why'], sayers: readonly (readonly string[])[]): string => {
  if (why === 'line') return t('seal.line.text');
  if (why !== 'said') return `${t(`seal.alarm.${why}`)} ${t('seal.alarm.do')}`;
  const says = t('seal.alarm.said', { count: sayers.length, names: listed(sayers.flat()) });
  return `${says} ${t('seal.alarm.doSaid')}`;
};

/** Somebody may hear who is not in the list, or is in it and has not shown who they are. */
function Alarmed({ why }: { readonly why: Alarm['why'] }) {
  // Who is not confirmed has no key: nothing is heard by them, and nothing has to stop.
  const grave = why !== 'line';
  const title = t(grave ? 'seal.alarm.title' : 'seal.line.title');
  const sayers = useStore(sealing, (is) => is.sayers);
  const text = toldOf(why, sayers);
  return (
    <SpokenNotice
      look={grave ? 'brick' : 'lamp'}
      icon="alert"
      urgent={grave}
      calls={grave}
      said={`${title}. ${text}`}
    >
      <strong>{title}.</strong> {text}
    </SpokenNotice>
  );
}

/** What a page knows by its own cryptography, and everybody has to know at once. */
export function SealNotices() {
  const alarm = useStore(sealing, (is) => is.alarm);
  const refusal = useStore(sealing, (is) => (is.own === 'refused' ? is.refusal : null));
  const why = GRAVE.find((kind) => alarm?.includes(kind) === true);
  return (
    <>
      {why === undefined ? null : <Alarmed why={why} />}
      {refusal === null ? null : (
        <SpokenNotice
          look="brick"
          icon="alert"
          urgent
          calls
          said={`${t('seal.refused.title')}. ${t(`seal.refused.${refusal}`)}`}
        >
          <strong>{t('seal.refused.title')}.</strong> {t(`seal.refused.${refusal}`)}
        </SpokenNotice>
      )}
    </>
  );
}
