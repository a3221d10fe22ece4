// Stands before LiveKit's webrtc-adapter: a browser that has all of today's WebRTC does without its 12 kB.

const sender = globalThis.RTCRtpSender?.prototype;
const peer = globalThis.RTCPeerConnection?.prototype;

// The newest parts that the adapter would add or mend: Chrome has all of them since 76, Firefox since 113.
const complete =
  sender !== undefined && 'setStreams' in sender && 'connectionState' in peer && 'sctp' in peer;

if (!complete) await import('webrtc-adapter');

export {};
