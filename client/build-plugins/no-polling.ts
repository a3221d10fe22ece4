// What socket.io's client imports instead of the transports that the page never asks for: it opens a WebSocket.

export const [Fetch, XHR, WT] = [null, null, null];
