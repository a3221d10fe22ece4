import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { takeLink, takeLinksOpenedLater } from './links/address.ts';
import { sweepTokens } from './links/seat-token.ts';
import './ui/styles.css';

// Before anything else: the secrets leave the address.
const entry = takeLink();
takeLinksOpenedLater();
sweepTokens();
const page = document.getElementById('page');
if (page !== null) createRoot(page).render(<App entry={entry} />);
