/**
 * Builds the relay into plain JavaScript for Node 20: dist/server/main.js, its workers, backup and restore.
 * The inputs stand here because `vite build --ssr FILE` drops every input but one. Everything lands in one flat
 * folder, so that `new URL('./compaction-worker.js', import.meta.url)` is right from any chunk. Packages stay in
 * node_modules.
 */
import { existsSync } from 'node:fs'
import { defineConfig } from 'vite'

const entries = {
  main: 'server/main.ts',
  'compaction-worker': 'server/relay/compaction-worker.ts',
  'check-worker': 'server/relay/check-worker.ts',
  backup: 'server/backup.ts',
  restore: 'server/restore.ts',
  recovered: 'server/recovered.ts',
  'owner-link': 'server/owner-link.ts',
}

export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunk-[name]-[hash].js',
      },
    },
  },
})
