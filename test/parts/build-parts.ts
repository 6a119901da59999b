/** Builds the page of parts (/parts in `npm run dev`, never in the app) as the app is built, and serves it until told to stop. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { build, preview } from 'vite'
import solid from 'vite-plugin-solid'
import { projectFolder } from '#test/support/source-tree.ts'

export interface ServedParts {
  /** Of the page itself. */
  readonly address: string
  stop(): Promise<void>
}

export async function serveParts(): Promise<ServedParts> {
  const folder = await mkdtemp(join(tmpdir(), 'asterism-parts-'))
  const common = { configFile: false, root: projectFolder, logLevel: 'error' } as const
  await build({
    ...common,
    plugins: [solid(), tailwindcss()],
    publicDir: false,
    build: { outDir: folder, target: 'es2022', rollupOptions: { input: 'parts.html' } },
  })
  const server = await preview({
    ...common,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  })
  const at = server.httpServer.address()
  if (at === null || typeof at === 'string') throw new Error('the page of parts has no port')
  return {
    address: `http://127.0.0.1:${at.port}/parts.html`,
    async stop() {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
