import { useRef, useState } from 'react';
import type { EnterAnswer, EnterBody } from '@tele-balint/shared/http';
import type { CommandId } from '@tele-balint/shared/vocabulary';
import { forgetLink, type Link } from '../../links/address.ts';
import { drawAsking, forgetAsking, idOfAsking } from '../../links/asking.ts';
import { serverRequest } from '../../connection/server-request.ts';
import type { AnyRefusal } from '../../text/text.ts';
import { devices } from '../../devices/chosen-devices.ts';
import { confirmChoices } from '../../devices/use-devices.ts';
import { remember } from '../../links/remembered.ts';
import { type Entry, questionOf, wordsOfRules } from './lobby-model.ts';

type Ways = {
  /** To the place that another window of this browser has got by this link meanwhile; whether there is one. */
  readonly findPlace: () => Promise<boolean>;
  readonly onEntered: (token: string) => void;
};

/**
 * After these nobody knows what became of a question: it may have been done. Who is told of too many tries may have asked it before, and
 * something between may have refused it.
 */
const UNSURE: readonly AnyRefusal[] = ['network', 'unavailable', 'too-many-tries', 'bad-request'];

/** "Ask to come in". The same question carries the same id until it is answered, so it never counts twice. */
export function useEnter({ sessionId, invitation }: Link, { findPlace, onEntered }: Ways) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AnyRefusal | null>(null);
  const [asked, setAsked] = useState<Entry | null>(null);
  const drawn = useRef<string | null>(null);

  const enter = async (entry: Entry, takeOver = false) => {
    setAsked(entry);
    setBusy(true);
    // Asked for again, the place would count as wanted by another browser.
    if (await findPlace()) return confirmChoices();
    const question = questionOf(entry, invitation, takeOver);
    drawn.current ??= drawAsking(sessionId);
    const id = (await idOfAsking(drawn.current, question)) as CommandId;
    const body: EnterBody = { id, ...question };
    const answer = await serverRequest<EnterAnswer>('POST', `/api/sessions/${sessionId}/enter`, body);
    if (answer.ok || !UNSURE.includes(answer.refusal)) {
      drawn.current = null;
      forgetAsking(sessionId);
    }
    setRefusal(answer.ok ? null : answer.refusal);
    if (!answer.ok) {
      if (answer.refusal === 'over') forgetLink(sessionId);
      return setBusy(false);
    }
    confirmChoices();
    const { microphoneId, cameraId } = devices.getState();
    const { name, profession } = question;
    remember({ name, profession, agreed: wordsOfRules(), microphoneId, cameraId });
    onEntered(answer.value.token);
  };

  return {
    busy,
    refusal,
    enter,
    takeOver: () => (asked ? enter(asked, true) : Promise.resolve()),
    forgetRefusal: () => setRefusal(null),
  };
}
