import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { type Copied, useCopied } from './use-copied.ts';

type Props = {
  readonly text: string;
  /** The name that is read out, such as "Copy the link for Mei Lin". */
  readonly label: string;
  readonly words: Readonly<Record<Copied, string>>;
  readonly onCopied?: () => void;
  /** The browser forbids it. */
  readonly onFailed?: () => void;
};

export function CopyButton({ text, label, words, onCopied, onFailed }: Props) {
  const { copied, copy } = useCopied(text, onCopied, onFailed);
  return (
    <Button size="small" aria-label={copied === 'no' ? label : words[copied]} onClick={() => void copy()}>
      <Icon name={copied === 'yes' ? 'check' : 'copy'} small />
      <span aria-live="polite">{words[copied]}</span>
    </Button>
  );
}
