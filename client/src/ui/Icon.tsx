import css from './Icon.module.css';
import { ICON_PATHS, type IconName } from './icon-paths.ts';

export type { IconName };

/** The strokes of an icon. */
export function Strokes({ path, small = false }: { readonly path: string; readonly small?: boolean }) {
  return (
    <svg className={small ? css.small : css.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

/** Decoration only: the words beside it carry the meaning. */
export function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  return <Strokes path={ICON_PATHS[name]} small={small} />;
}
