import css from './Icon.module.css';
import { ICON_PATHS, type IconName } from './icon-paths.ts';

export type { IconName };

/** Decoration only: the words beside it carry the meaning. */
export function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  return (
    <svg className={small ? css.small : css.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
