import { useId } from 'react';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import type { Lead } from './lead.ts';
import { may, voiceRows } from './leader-model.ts';
import css from './Drawer.module.css';

/** Leaders open or close the voice of a part for the running step; never of a presenter sitting back. */
export function Voices({ view, leader, run }: Lead) {
  const id = useId();
  const rows = voiceRows(view, leader);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {t('leader.voices')} <span>{t('leader.voicesFor')}</span>
      </h3>
      <ul>
        {rows.map(({ part, voice }) => (
          <li key={part}>
            <span className={css.who}>
              {t(`leader.${part}`)}
              <small>{t(`leader.voice-${voice}`)}</small>
            </span>
            {may(view, 'openVoice') ? (
              <Button
                size="small"
                aria-label={t(voice === 'open' ? `leader.${part}Listen` : `leader.${part}Speak`)}
                onClick={() =>
                  void run({ type: 'openVoice', part, voice: voice === 'open' ? 'none' : 'open' })
                }
              >
                {t(voice === 'open' ? 'leader.letListen' : 'leader.letSpeak')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
