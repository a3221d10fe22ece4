import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { takeLink } from './session/address.ts';
import './ui/styles.css';

// Before anything else: the secrets leave the address.
const entry = takeLink();
const page = document.getElementById('page');
if (page !== null) createRoot(page).render(<App entry={entry} />);
