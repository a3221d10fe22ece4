// Who is to join those at one camera.

import type { AskId, Instant, LineId } from '../vocabulary.ts';
import type { Person } from './session.ts';

/** Somebody who is to sit down at a line, once a leader agrees. */
export type Beside = Person & {
  readonly ask: AskId;
  readonly line: LineId;
  /** What those at the line call their place from then on. */
  readonly site: string;
  readonly since: Instant;
};
