import { useId } from 'react';
import type { DoorView } from '@tele-balint/shared/view/view';
import { listed, t } from '../../text/text.ts';
import { CalendarButton } from '../../calendar/CalendarButton.tsx';
import type { Link } from '../../links/address.ts';
import { eveningOf, whenWords } from './when.ts';
import { Button } from '../../ui/Button.tsx';
import { PageBar } from '../../ui/PageBar.tsx';
import { Title } from '../../ui/Title.tsx';
import { Devices } from '../../devices/Devices.tsx';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './Lobby.module.css';

type Props = {
  readonly view: DoorView;
  readonly link: Link;
  readonly onGoAway: () => void;
};

const doorAs = ({ names, site }: DoorView): string =>
  site === '' ? t('door.as', { name: listed(names) }) : t('site.doorAs', { names: listed(names), site });

/** At the door: the page waits, the person need not. */
export function DoorWait({ view, link, onGoAway }: Props) {
  const heading = useId();
  const evening = eveningOf(view, link);
  return (
    <>
      <title>{`${t('door.title')} · ${view.group || t('app.name')}`}</title>
      <PageBar title={t('app.name')}>{view.group ? <span>{view.group}</span> : null}</PageBar>
      <main className={`${layout.page} ${css.door}`}>
        <Devices caption={t('lobby.onlyYou')} />
        <section className={layout.loose} aria-labelledby={heading}>
          <div className={layout.close} role="status">
            <Title id={heading}>{t('door.title')}</Title>
            <p className={prose.lede}>{t(`door.${view.reason}`, whenWords(view))}</p>
            <p className={prose.hint}>{doorAs(view)}</p>
          </div>
          <div className={layout.row}>
            {evening ? <CalendarButton evening={evening} /> : null}
            <Button look="bare" onClick={onGoAway}>
              {t('door.goAway')}
            </Button>
          </div>
        </section>
      </main>
    </>
  );
}
