import type { Consent } from './consent.ts';
import type { Moment } from './evenings.ts';

/** A promise that is held against a moment: a sentence for whatever breaks it. */
export type Promised = (moment: Moment, consent: Consent) => readonly string[];
