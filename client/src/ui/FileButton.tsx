import { useRef } from 'react';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

type Props = {
  readonly label: string;
  readonly accept: string;
  readonly icon?: IconName;
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
        {icon === undefined ? null : <Icon name={icon} small />}
        {label}
      </Button>
    </>
  );
}
