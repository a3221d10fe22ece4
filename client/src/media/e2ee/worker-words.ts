// What the page and the worker say to each other beside LiveKit's own messages, which have other kinds.

/** Whether the worker lives: it answers with the same number. */
export type Ping = { readonly kind: 'tb-ping'; readonly data: number };

export type FromWorker =
  | { readonly kind: 'tb-pong'; readonly data: number }
  /** So many frames of this own track left it sealed: told of the first, and of each fiftieth. */
  | { readonly kind: 'tb-sealed'; readonly data: { readonly trackId: string; readonly frames: number } };
