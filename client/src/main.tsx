import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { isTabIn, takeLink, takeLinksOpenedLater } from './links/address.ts';
import { sweepRoomKeys } from './links/room-key.ts';
import { sweepTokens } from './links/seat-token.ts';
import { allowOwnWorkersOnly } from './own-workers.ts';
import './ui/styles.css';

// Before anything else: the secrets leave the address. The page is drawn once their key is there, a moment later.
const taken = takeLink();
takeLinksOpenedLater();
allowOwnWorkersOnly();
sweepTokens();
void taken.then((entry) => {
  const page = document.getElementById('page');
  if (page !== null) createRoot(page).render(<App entry={entry} />);
  void sweepRoomKeys(isTabIn);
});
