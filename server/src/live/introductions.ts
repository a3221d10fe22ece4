// Who connects must say soon who they are.

/** Milliseconds. */
const SOON = 5_000;

type Connection = { close(): void; once(event: 'close', listener: () => void): unknown };

export type Introductions = {
  /** It is ended unless it is heard in time. */
  expect(connection: Connection): void;
  /** It has said something: while we find out whether that is true, and let it in, no time runs. */
  heard(connection: Connection): void;
};

/** Nobody yet. */
export const createIntroductions = (): Introductions => {
  const late = new WeakMap<Connection, NodeJS.Timeout>();
  const heard = (connection: Connection): void => clearTimeout(late.get(connection));
  return {
    expect: (connection) => {
      if (!late.has(connection)) connection.once('close', () => heard(connection));
      heard(connection);
      late.set(
        connection,
        setTimeout(() => connection.close(), SOON),
      );
    },
    heard,
  };
};
