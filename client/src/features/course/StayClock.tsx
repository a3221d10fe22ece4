import type { RoomView } from '@tele-balint/shared/view/view';
import { useEffect, useRef } from 'react';
import { say } from '../../state/announce.ts';
import { minutesToStay } from '../../state/staying.ts';
import { useServerNow } from '../../state/use-session.ts';
import { staySaid } from './stay-said.ts';

/** Says to those who stay when it is five minutes, and when it is the last one. It shows nothing. */
export function StayClock({ view }: { readonly view: RoomView }) {
  const now = useServerNow(1_000);
  const before = useRef<ReturnType<typeof minutesToStay>>(null);
  useEffect(() => {
    const left = minutesToStay(view, now);
    const sentence = staySaid(before.current, left);
    before.current = left;
    if (sentence !== null) say(sentence.text, sentence.urgent);
  }, [view, now]);
  return null;
}
