import { Strokes } from '../Icon.tsx';
import { TABLE_ICON_PATHS, type TableIconName } from './table-icon-paths.ts';

/** An icon of the first page and the editor, small as a line of words. */
export function TableIcon({ name }: { readonly name: TableIconName }) {
  return <Strokes path={TABLE_ICON_PATHS[name]} small />;
}
