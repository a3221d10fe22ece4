import { Icon } from '../../ui/Icon.tsx';
import type { SeatModel } from './circle-model.ts';
import css from './Tags.module.css';
import frame from '../../ui/frame.module.css';

/** What a seat's upper edge says: what is missing here, or that its owner presents. */
export function Tags({ seat: { tag, edge } }: { readonly seat: SeatModel }) {
  return (
    <>
      {tag === null ? null : (
        <p className={`${frame.label} ${tag.pine ? css.pine : css.tag}`} aria-hidden="true">
          <Icon name={tag.icon} />
          <span className={css.whole}>{tag.text}</span>
          <span className={css.short}>{tag.short}</span>
        </p>
      )}
      {edge === null ? null : (
        <p className={`${frame.label} ${css.edge}`} aria-hidden="true">
          {edge}
        </p>
      )}
    </>
  );
}
