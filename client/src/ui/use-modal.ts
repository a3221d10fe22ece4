import { useLayoutEffect, useRef } from 'react';

/** Shows a native dialog as long as the component stands; the browser gives the focus back afterwards. */
export function useModal() {
  const ref = useRef<HTMLDialogElement>(null);
  // While it still stands: a dialog that has left the page gives no focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return ref;
}
