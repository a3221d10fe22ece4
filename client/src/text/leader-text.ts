// The words of what only leaders see: they come with it, and lead on to those of the room.

import { leader as drawer } from './en-leader.ts';
import { leadership } from './en-leadership.ts';
import { notes } from './en-notes.ts';
import { makeText, type Values } from './make-text.ts';
import { type Key, t as roomText } from './text.ts';

const leader = { ...drawer, ...leadership, ...notes } as const;

export type LeaderKey = Key | keyof typeof leader;

const leaderText = makeText<keyof typeof leader>(leader);
const isLeaders = (key: LeaderKey): key is keyof typeof leader => key in leader;

/** The sentence for a key, with its values put in. */
export const t = (key: LeaderKey, values?: Values): string =>
  isLeaders(key) ? leaderText(key, values) : roomText(key, values);
