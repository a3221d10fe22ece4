// Which sessions were ever told to be sealed, for as long as this page lives: a server that takes its word back is not followed.

const said = new Set<string>();

/** The server has said of this session that it is sealed: by a link, at the door or in the room. */
export const rememberSealed = (sessionId: string): void => void said.add(sessionId);

export const wasSealed = (sessionId: string): boolean => said.has(sessionId);
