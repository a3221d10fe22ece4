import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lean } from './build-plugins/lean.ts';
import { parsedMessages } from './build-plugins/parsed-messages.ts';

/** Where the server listens while the page is served by Vite. */
const server = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), parsedMessages(), lean()],
  oxc: {
    // LiveKit's sources count on fields that only exist once they are set.
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 600,
    // The content security policy allows nothing inside the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      '/api': server,
      '/socket.io': { target: server, ws: true },
      '/sfu': { target: server, ws: true },
    },
  },
});
