import { useState } from 'react';

/**
 * Whether a question is open: as long as it applies. What another leader does can end it, and nothing but a press opens
 * it again.
 */
export const useQuestion = (applies: boolean) => {
  const [open, setOpen] = useState(false);
  if (open && !applies) setOpen(false);
  return [open && applies, setOpen] as const;
};
