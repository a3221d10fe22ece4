// Looks into a server of ours from outside, by Node's own inspector: the product has no door for it.

/** The setting that lets the inspector in, on a free port of this machine. */
export const INSPECTABLE = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

export type Inspected = {
  /** Milliseconds of processor time that it has used so far, its own and the system's for it. */
  cpu(): Promise<number>;
  /** Bytes that it holds after a collection: its heap, and what hangs on it outside. */
  held(): Promise<number>;
  close(): void;
};

type Answer = {
  readonly id: number;
  readonly result?: { readonly result?: { readonly value?: unknown } };
  readonly error?: { readonly message: string };
};

const CPU = '{ const { user, system } = process.cpuUsage(); (user + system) / 1000 }';
const HELD = '{ const { heapUsed, external } = process.memoryUsage(); heapUsed + external }';

/** @param output what a program wrote that was started with `INSPECTABLE` */
export const inspect = async (output: string): Promise<Inspected> => {
  const address = /Debugger listening on (ws:\S+)/.exec(output)?.[1];
  if (address === undefined) throw new Error(`there is no inspector:\n${output}`);
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`the inspector at ${address} does not answer`));
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
  };
  const ask = (method: string, params: object = {}): Promise<Answer> =>
    new Promise((resolve) => {
      const id = waiting.size + 1;
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  const number = async (expression: string): Promise<number> => {
    const { result, error } = await ask('Runtime.evaluate', { expression });
    if (typeof result?.result?.value !== 'number')
      throw new Error(error?.message ?? `no number: ${expression}`);
    return result.result.value;
  };
  return {
    cpu: () => number(CPU),
    held: async () => {
      // The second one takes what the first one has only made ready to go.
      for (let n = 0; n < 2; n += 1) await ask('HeapProfiler.collectGarbage');
      return number(HELD);
    },
    close: () => socket.close(),
  };
};
