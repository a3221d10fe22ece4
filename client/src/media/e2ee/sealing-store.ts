import { createStore } from 'zustand/vanilla';
import { kept } from '../kept.ts';
import { type SealingSnapshot, UNSEALED } from './sealing-model.ts';

/** What is, as this page knows it by its own cryptography. */
export const sealing = createStore<SealingSnapshot>(() => UNSEALED);

/** Tells what is so now. What says the same as before stays the same object. */
export const tellSealing = (change: Partial<SealingSnapshot>): void =>
  sealing.setState((before) => kept(before, { ...before, ...change }), true);
