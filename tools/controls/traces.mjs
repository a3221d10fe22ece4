// What keeps traces from staying: in logs, in caches, in addresses, on a computer that others use.

const headersTest = 'server/src/http/security.test.ts';
const headers = 'server/src/http/security.ts';
const carried = 'carry the headers that keep them to themselves, on refusals too';

/** @type {readonly import('./all.mjs').Control[]} */
export const TRACES = [
  {
    id: 'log-tells-no-secret',
    file: 'server/src/http/logging.ts',
    from: "'token', 'secret', 'name',",
    to: "'secret',",
    test: 'server/src/http/logging.test.ts',
    named: 'as deep as anything is logged [HT15]',
  },
  {
    id: 'log-tells-no-address',
    file: 'server/src/http/logging.ts',
    from: "const route = request.routeOptions.url ?? 'none';",
    to: 'const route = request.url;',
    test: headersTest,
    named: 'leave no name, secret, token or whole session id in the log',
  },
  {
    id: 'media-log-says-nothing',
    file: 'tools/livekit-config.mjs',
    from: "'  level: fatal',",
    to: "'  level: warn',",
    test: 'tools/livekit-config.test.mjs',
    named: 'writes no warning and no error into its log',
  },
  {
    id: 'no-referrer',
    file: headers,
    from: "referrerPolicy: { policy: 'no-referrer' }",
    to: "referrerPolicy: { policy: 'same-origin' }",
    test: headersTest,
    named: carried,
  },
  {
    id: 'own-scripts-only',
    file: headers,
    from: 'scriptSrc: ["\'self\'"]',
    to: 'scriptSrc: ["\'self\'", "\'unsafe-inline\'"]',
    test: headersTest,
    named: carried,
  },
  {
    id: 'nothing-made-of-words',
    file: headers,
    from: 'requireTrustedTypesFor: ["\'script\'"],',
    to: '',
    test: headersTest,
    named: carried,
  },
  {
    id: 'in-no-frame',
    file: headers,
    from: 'frameAncestors: ["\'none\'"]',
    to: 'frameAncestors: ["\'self\'"]',
    test: headersTest,
    named: carried,
  },
  {
    id: 'pages-never-kept',
    file: 'server/src/http/client-files.ts',
    from: "? 'no-store' : kept",
    to: '? kept : kept',
    test: headersTest,
    named: 'are one page at / and at every link, never kept',
  },
  {
    id: 'rows-bound-to-their-place',
    file: 'server/src/log/sealing.ts',
    from: 'Buffer.from(JSON.stringify([session, v, n, at, prevHash]))',
    to: 'Buffer.from([])',
    test: 'server/src/log/sealed.test.ts',
    named: '[LG8]',
  },
  {
    id: 'secrets-leave-the-address',
    file: 'client/src/links/address.ts',
    from: "if (hash !== '') history.replaceState(null, '', location.pathname);",
    to: '',
    test: 'client/src/links/address.test.ts',
    named: '[ST1] leaves the address before anything else is done',
  },
  {
    id: 'room-key-gives-no-bytes',
    file: 'client/src/links/room-key.ts',
    from: "'HKDF', false,",
    to: "'HKDF', true,",
    test: 'client/src/links/room-key.test.ts',
    named: '[ST24] is a key that gives no bytes back',
  },
  {
    id: 'shared-computer-forgets',
    file: 'client/src/links/forgetting.ts',
    from: 'if (hasLeft(state) && isShared()) void forgetRoomKeys(link.sessionId);',
    to: '',
    test: 'client/src/links/forgetting.test.ts',
    named: '[SC5] at a shared computer the room’s key goes with who leaves',
  },
];
