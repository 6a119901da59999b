/** Builds the pages of the benchmark as the app is built, and serves them on a port of their own until told to stop. */
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import solid from 'vite-plugin-solid'

const pages = {
  'many-documents': new URL('./pages/many-documents.ts', import.meta.url),
  'one-document': new URL('./pages/one-document.ts', import.meta.url),
  mirror: new URL('./pages/mirror.ts', import.meta.url),
  import: new URL('./pages/import.tsx', import.meta.url),
  'bare-list': new URL('./pages/bare-list.tsx', import.meta.url),
} as const

export interface Served {
  readonly address: string
  /** Also ends connections that are still open. */
  stop(): Promise<void>
}

export async function buildPages(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [solid()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      rollupOptions: {
        input: Object.fromEntries(
          Object.entries(pages).map(([name, url]) => [name, fileURLToPath(url)]),
        ),
        output: { entryFileNames: '[name].js' },
        preserveEntrySignatures: false,
      },
    },
  })
}

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' }

/** `/NAME` is a page that loads `NAME.js`. */
export async function servePages(folder: string): Promise<Served> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname
    if (path === '/sw.js') {
      response.setHeader('content-type', 'text/javascript')
      response.end(keeper)
      return
    }
    const type = types[extname(path)]
    if (type === undefined) {
      response.setHeader('content-type', 'text/html')
      response.end(html(path.slice(1)))
      return
    }
    readFile(join(folder, path)).then(
      (bytes) => {
        response.setHeader('content-type', type)
        response.end(bytes)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('no port')
  return {
    address: `http://127.0.0.1:${at.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A service worker that keeps whatever was asked for and answers with it. */
const keeper = `
addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => event.respondWith((async () => {
  const kept = await caches.open('bare')
  const known = await kept.match(event.request, { ignoreSearch: true })
  if (known !== undefined) return known
  const answer = await fetch(event.request)
  await kept.put(event.request, answer.clone())
  return answer
})()))`

const html = (name: string): string => `<!doctype html><html><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${name}</title>
<script type="module" src="/${name}.js"></script></head><body><div id="app"></div></body></html>`
