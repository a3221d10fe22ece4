import type { RoomView } from '@tele-balint/shared/view';
import { say } from '../../session/announce.ts';
import { useAnnouncement } from '../../session/use-session.ts';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { phaseSentence } from './spoken-model.ts';
import { useSpoken } from './use-spoken.ts';

const focusIn = (region: string) => () =>
  document.querySelector<HTMLElement>(`${region} :is(button, a, input, select):not([disabled])`)?.focus();

/** The two live regions, and the keys that ask or move. */
export function Said({ view }: { readonly view: RoomView }) {
  useSpoken(view);
  const { polite, urgent } = useAnnouncement();
  useKeys({
    'Alt+W': () => say(phaseSentence(view).text),
    F2: focusIn('.controls'),
  });
  return (
    <>
      <LiveRegion said={polite} />
      <LiveRegion said={urgent} urgent />
    </>
  );
}
