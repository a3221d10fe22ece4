import { useRef } from 'react';
import { Button } from '../Button.tsx';
import { TableIcon } from './TableIcon.tsx';
import type { TableIconName } from './table-icon-paths.ts';

type Props = {
  readonly label: string;
  readonly accept: string;
  readonly icon?: TableIconName;
  readonly look?: 'bare';
  readonly onFile: (file: File) => Promise<void>;
};

/** Asks for a file of this computer. The same one can be chosen again after it was mended. */
export function FileButton({ label, accept, icon, look, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void onFile(file).finally(() => (target.value = ''));
        }}
      />
      <Button size="small" {...(look && { look })} onClick={() => input.current?.click()}>
        {icon === undefined ? null : <TableIcon name={icon} />}
        {label}
      </Button>
    </>
  );
}
