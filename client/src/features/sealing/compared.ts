import { create } from 'zustand';
import type { Compared } from './private-model.ts';

/** When this page's words were last compared. A page that is loaded anew has another device's words. */
export const useCompared = create<{ readonly compared: Compared | null }>(() => ({ compared: null }));
