// Whom the view names in the own space, for the agreement.

import type { View } from '@tele-balint/shared/view/view';
import type { LineId } from '@tele-balint/shared/vocabulary';

export type Named = {
  /** The people of the own line. */
  readonly names: readonly string[];
  /** Lines that are connected in this space, without the own one. */
  readonly lines: readonly LineId[];
  /** Media identity → line, without the own one. */
  readonly media: ReadonlyMap<string, LineId>;
};

export const namedIn = (view: View | null): Named => {
  if (view?.kind !== 'room') return { names: [], lines: [], media: new Map() };
  const own = new Set(view.you.seats.map(({ seat }) => seat));
  const names = view.places.filter(({ seat }) => own.has(seat)).map(({ name }) => name.normalize('NFC'));
  const media = new Map(
    view.places.flatMap(({ line, media: { identity } }) =>
      identity === null || line === view.you.line ? [] : [[identity as string, line] as const],
    ),
  );
  return { names, lines: [...new Set(media.values())], media };
};
