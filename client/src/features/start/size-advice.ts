import { cleanName } from '@tele-balint/shared/session/names';
import { t } from '../../text/start-text.ts';
import { comingIn, type Draft, protocolIn } from './start-model.ts';

/** More people than speak easily online. */
const MANY = 10;
/** More than hear each other in one ring. */
const ONE_RING = 12;

/** A calm word where many come, never a refusal; `null` where there is nothing to say. */
export const sizeAdvice = (draft: Draft): string | null => {
  const people = comingIn(draft);
  if (people <= MANY) return null;
  if (people <= ONE_RING)
    return t('start.many', { people, alone: cleanName(draft.coLeader) === '' ? 'yes' : 'no' });
  return t('start.tooMany', { people, ring: protocolIn(draft).outerRing ? 'yes' : 'no' });
};
