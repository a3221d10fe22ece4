import { BrokenLine } from './BrokenLine.tsx';
import css from './Notices.module.css';

/** What has to be known at the door. */
export function DoorNotices({ onTry }: { readonly onTry: () => void }) {
  return (
    <div className={css.atDoor}>
      <BrokenLine at="door" onTry={onTry} />
    </div>
  );
}
