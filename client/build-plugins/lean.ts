import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';

const here = (name: string): string => path.join(import.meta.dirname, name);
const require = createRequire(import.meta.url);
const livekit = path.resolve(path.dirname(require.resolve('livekit-client')), '../src');

/** What LiveKit's client tells its developers; the page shows errors only (`make-room.ts`). */
const CHATTER = /\b(?:this\.)?log\.(?:trace|debug|info|warn)\(/g;

/** The transports of socket.io's client besides the one that the page asks for (`socket.ts`). */
const OTHER_TRANSPORTS = /\/(?:polling-fetch|polling-xhr(?:\.node)?|webtransport)\.js$/;

/** The managers of data between people, which the room makes whether or not a token allows any. */
const DATA = /\/(?:(?:Incoming|Outgoing)Data(?:Stream|Track)Manager|Rpc(?:Client|Server)Manager)$/;

/** A file made here: LiveKit's own export each a default. */
const NO_DATA = '\0no-data';

/**
 * Ships less of three libraries: the formatter without its parser, socket.io's client with one transport, and
 * LiveKit's client from its own sources for today's browsers, instead of its bundle for those of ten years ago and
 * without what it would log.
 */
export const lean = (): Plugin => ({
  name: 'lean',
  apply: 'build',
  enforce: 'pre',
  resolveId(id, importer = '') {
    if (id === '@formatjs/icu-messageformat-parser') return here('no-parser.ts');
    if (OTHER_TRANSPORTS.test(id) && importer.includes('engine.io-client')) return here('no-polling.ts');
    if (id === 'livekit-client') return path.join(livekit, 'index.ts');
    if (id === 'loglevel') return here('errors-only.ts');
    if (DATA.test(id) && importer.startsWith(livekit)) return NO_DATA;
    if (id.endsWith('/json-format.js') && importer.includes('@bufbuild/protobuf')) return here('no-json.ts');
    if (id === 'webrtc-adapter' && importer.startsWith(livekit)) return here('webrtc-adapter.ts');
    return null;
  },
  load: (id) =>
    id === NO_DATA ? `export { NoData as default } from ${JSON.stringify(here('no-data.ts'))};` : null,
  transform(code, id) {
    if (!id.startsWith(livekit)) return null;
    return { code: code.replaceAll(CHATTER, (call) => `0 && ${call}`), map: null };
  },
});
