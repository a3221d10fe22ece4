// A tap in a page's worker, outside of everything of ours: every frame before the cryptor and after it.

import type { Page } from 'playwright-core';

/** One sender's frames in one track, in one direction. */
export type Flow = {
  readonly kind: 'encode' | 'decode';
  readonly identity: string;
  readonly track: string;
  /** Frames that have something in them, before the cryptor and after it. */
  came: number;
  left: number;
  /** How often some were left out between two that left. */
  gaps: number;
  /** Of those that left an own microphone or camera, how many were not sealed. */
  bare: number;
  /** When the first one left, the last one came, and left, in milliseconds of this machine's clock. */
  first: number;
  lastCame: number;
  last: number;
  /** Slots of the keys that frames were sealed with, each where it changed. */
  readonly slots: number[];
  /** Frames whose IV stood before under the same key. */
  twice: number;
};

type Tapped = { readonly taps: { flows(): Promise<readonly Flow[]> } };

/** Runs in the worker, after its own program. */
const tap = (): void => {
  type Frame = { readonly data: ArrayBuffer };
  type Data = {
    trackId: string;
    readonly previousTrackId?: string;
    readonly participantIdentity: string;
    readonly keyIndex?: number;
    readonly port?: MessagePort;
    readableStream: ReadableStream<Frame>;
    writableStream: WritableStream<Frame>;
  };
  type Said = { readonly data: { readonly kind: string; readonly data: Data } };
  const own = self as unknown as { onmessage: (said: Said) => void };
  const theirs = own.onmessage.bind(self);
  const flows: Flow[] = [];
  type Pipe = { flow: Flow; readonly within: Frame[] };
  const pipes = new Map<string, Pipe>();
  /** How often a slot was filled: each filling is another key. */
  const filled = new Map<string, number>();
  const seen = new Set<string>();

  const newFlow = (kind: Flow['kind'], { participantIdentity: identity, trackId: track }: Data): Flow => {
    const none = { came: 0, left: 0, gaps: 0, bare: 0, first: 0, lastCame: 0, last: 0, twice: 0 };
    const flow: Flow = { kind, identity, track, ...none, slots: [] };
    flows.push(flow);
    return flow;
  };
  const through = (each: (frame: Frame) => void): TransformStream<Frame, Frame> =>
    new TransformStream({
      transform: (frame, next) => {
        if (frame.data.byteLength > 0) each(frame);
        next.enqueue(frame);
      },
    });
  const now = (): number => performance.timeOrigin + performance.now();
  const note = (flow: Flow, frame: Frame): void => {
    const bytes = new Uint8Array(frame.data);
    flow.left += 1;
    flow.last = now();
    if (flow.first === 0) flow.first = flow.last;
    if (flow.kind === 'decode') return;
    const [length, slot = -1] = bytes.slice(-2);
    if (length !== 12) flow.bare += 1;
    if (flow.slots.at(-1) !== slot) flow.slots.push(slot);
    const key = `${slot} ${filled.get(`${flow.identity} ${slot}`)}`;
    const iv = `${key} ${bytes.slice(-14, -2).join(' ')}`;
    if (seen.has(iv)) flow.twice += 1;
    seen.add(iv);
  };
  const tapped = (kind: Flow['kind'], data: Data): void => {
    const pipe: Pipe = { flow: newFlow(kind, data), within: [] };
    pipes.set(`${kind} ${data.trackId}`, pipe);
    const before = through((frame) => {
      pipe.within.push(frame);
      pipe.flow.came += 1;
      pipe.flow.lastCame = now();
    });
    const after = through((frame) => {
      // The cryptor keeps their order, and hands on the same objects.
      const lost = pipe.within.indexOf(frame);
      pipe.within.splice(0, lost + 1);
      if (lost > 0 && pipe.flow.left > 0) pipe.flow.gaps += 1;
      note(pipe.flow, frame);
    });
    void data.readableStream.pipeTo(before.writable).catch(() => undefined);
    void after.readable.pipeTo(data.writableStream).catch(() => undefined);
    [data.readableStream, data.writableStream] = [before.readable, after.writable];
  };
  own.onmessage = (said) => {
    const { kind, data } = said.data;
    if (kind === 'tap') return data.port?.postMessage(flows);
    if (kind === 'setKey') {
      const slot = `${data.participantIdentity} ${data.keyIndex}`;
      filled.set(slot, (filled.get(slot) ?? 0) + 1);
    }
    if (kind === 'encode' || kind === 'decode') tapped(kind, data);
    const pipe = pipes.get(`decode ${data.previousTrackId ?? data.trackId}`);
    if (kind === 'updateCodec' && pipe !== undefined) {
      pipe.flow = newFlow('decode', data);
      pipes.set(`decode ${data.trackId}`, pipe);
    }
    return theirs(said);
  };
};

/** Runs in the page, before anything of ours. */
const findWorkers = (): void => {
  const all = new Set<Worker>();
  globalThis.Worker = new Proxy(globalThis.Worker, {
    construct(target, args: [string | URL, WorkerOptions?]) {
      const made = new target(...args);
      all.add(made);
      return made;
    },
  });
  /** A worker that is gone answers nothing. */
  const ask = (worker: Worker): Promise<readonly Flow[]> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<readonly Flow[]>) => resolve(data);
      worker.postMessage({ kind: 'tap', data: { port: port2 } }, [port2]);
      setTimeout(() => resolve([]), 1_000);
    });
  const taps: Tapped['taps'] = { flows: async () => (await Promise.all([...all].map(ask))).flat() };
  Object.assign(globalThis, { taps });
};

/** Puts a tap into the workers of a page that seal; before it opens our address. */
export const tapWorkers = async (page: Page): Promise<void> => {
  await page.addInitScript(findWorkers);
  await page.route('**/strict.worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n;(${tap.toString()})();` });
  });
};

/** What went through the workers of a page until now. */
export const flowsIn = (page: Page): Promise<readonly Flow[]> =>
  page.evaluate(() => (globalThis as unknown as Tapped).taps.flows());
