import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { className } from './build-plugins/class-names.ts';
import { leanClasses } from './build-plugins/lean-classes.ts';
import { lean } from './build-plugins/lean.ts';
import { parsedMessages } from './build-plugins/parsed-messages.ts';

/** Where the server listens while the page is served by Vite. */
const server = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`;

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  plugins: [react(), parsedMessages(), lean(), leanClasses()],
  oxc: {
    // LiveKit's sources count on fields that only exist once they are set.
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  define: { 'import.meta.env.SEALED_ONLY': JSON.stringify(process.env['SEALED_ONLY'] ?? 'false') },
  css: { modules: command === 'build' ? { generateScopedName: className } : {} },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 600,
    // The content security policy allows nothing inside the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One file of primitives and one style sheet for them, instead of a dozen small ones; those of the first page's and the
    // editor's tables come with these.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'ui', test: /\/src\/ui\/(?!table\/)/ }] } },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/socket.io': { target: server, ws: true },
      '/sfu': { target: server, ws: true },
    },
  },
}));
