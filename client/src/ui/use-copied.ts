import { useEffect, useState } from 'react';

const SHOWN_MS = 2_000;

export type Copied = 'no' | 'yes' | 'failed';

/** Copies a text to the clipboard and tells for a moment whether it worked. */
export function useCopied(
  text: string,
  onCopied?: () => void,
  onFailed?: () => void,
): { readonly copied: Copied; readonly copy: () => Promise<void> } {
  const [copied, setCopied] = useState<Copied>('no');
  useEffect(() => {
    if (copied === 'no') return;
    const timer = setTimeout(() => setCopied('no'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
      onCopied?.();
    } catch {
      setCopied('failed');
      onFailed?.();
    }
  };
  return { copied, copy };
}
