import { useState } from 'react';
import type { EnterAnswer } from '@tele-balint/shared/http';
import { forgetLink, type Link } from '../../links/address.ts';
import { freshId } from '../../links/links.ts';
import { serverRequest } from '../../connection/server-request.ts';
import type { AnyRefusal } from '../../text/text.ts';
import { devices } from '../../devices/chosen-devices.ts';
import { confirmChoices } from '../../devices/use-devices.ts';
import { remember } from '../../links/remembered.ts';
import { type Entry, enterBodyOf, wordsOfRules } from './lobby-model.ts';

type Ways = {
  /** To the place that another window of this browser has got by this link meanwhile; whether there is one. */
  readonly findPlace: () => Promise<boolean>;
  readonly onEntered: (token: string) => void;
};

/** "Ask to come in". The same question carries the same id until it is answered, so it never counts twice. */
export function useEnter({ sessionId, invitation }: Link, { findPlace, onEntered }: Ways) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AnyRefusal | null>(null);
  const [asked, setAsked] = useState<{ readonly entry: Entry; readonly id: string } | null>(null);

  const enter = async (entry: Entry, takeOver = false) => {
    const same = asked?.entry === entry && !takeOver && refusal === 'network';
    const id = same ? asked.id : freshId();
    setAsked({ entry, id });
    setBusy(true);
    // Asked for again, the place would count as wanted by another browser.
    if (await findPlace()) return confirmChoices();
    const body = enterBodyOf(entry, invitation, id, takeOver);
    const answer = await serverRequest<EnterAnswer>('POST', `/api/sessions/${sessionId}/enter`, body);
    setRefusal(answer.ok ? null : answer.refusal);
    if (!answer.ok) {
      if (answer.refusal === 'over') forgetLink(sessionId);
      return setBusy(false);
    }
    confirmChoices();
    const { microphoneId, cameraId } = devices.getState();
    const { name, profession } = body;
    remember({ name, profession, agreed: wordsOfRules(), microphoneId, cameraId });
    onEntered(answer.value.token);
  };

  return {
    busy,
    refusal,
    enter,
    takeOver: () => (asked ? enter(asked.entry, true) : Promise.resolve()),
    forgetRefusal: () => setRefusal(null),
  };
}
