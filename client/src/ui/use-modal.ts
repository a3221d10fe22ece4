import { useEffect, useRef } from 'react';

/** Shows a native dialog as long as the component stands; the browser gives the focus back afterwards. */
export function useModal() {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return ref;
}
