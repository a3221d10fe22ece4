// Where a session's sockets and its signal are: its id stands in the address, so that any proxy can lead it to one server.

/** All sockets of pages begin with this. */
export const SOCKETS = '/socket.io';
/** The signal of the media server, behind our gateway. */
export const SIGNAL = '/sfu';

/** The path of a session's sockets. */
export const socketPath = (session: string): string => `${SOCKETS}/${session}`;

/** The path of a session's signal; the media server's client puts its own paths behind it. */
export const signalPath = (session: string): string => `${SIGNAL}/${session}`;

/** The session in an address of one of these; empty where none stands. */
export const sessionIn = (address: string): string => /^\/[^/?]+\/([^/?]*)/.exec(address)?.[1] ?? '';
