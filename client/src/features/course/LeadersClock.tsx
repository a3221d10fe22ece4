import type { RoomView } from '@tele-balint/shared/view/view';
import { useEffect, useRef } from 'react';
import { say } from '../../state/announce.ts';
import { useServerNow } from '../../state/use-session.ts';
import { type Late, lateOf, lateSaid } from './late-said.ts';

/** Says to leaders what time alone brings about. It shows nothing. */
export function LeadersClock({ view }: { readonly view: RoomView }) {
  const now = useServerNow(1_000);
  const before = useRef<Late | null>(null);
  useEffect(() => {
    const late = lateOf(view, now);
    for (const { text, urgent } of lateSaid(before.current, late, view)) say(text, urgent);
    before.current = late;
  }, [view, now]);
  return null;
}
