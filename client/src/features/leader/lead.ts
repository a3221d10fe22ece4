import type { ComponentType } from 'react';
import type { LeaderView } from '@tele-balint/shared/view/leader';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { Run } from '../../connection/use-command.ts';

/** What every part of the leaders' panel needs. */
export type Lead = {
  readonly view: RoomView;
  readonly leader: LeaderView;
  /** The server's clock now. */
  readonly now: number;
  readonly run: Run;
};

/** Changes the steps that are still to come; it comes when it is asked for. */
export type AheadEditor = ComponentType<Lead & { readonly onClose: () => void }>;
