/**
 * Builds the app for browsers into dist/client with its service worker, and serves it with reload in front of a running
 * relay in `npm run dev`. A build whose first load is heavier than its budget fails.
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin, type ProxyOptions, type Rolldown } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'

/** Where the relay listens during development; `test/support/dev.mjs` sets both ports. */
const relayPort = process.env.RELAY_PORT ?? '8484'
const appPort = Number(process.env.PORT ?? '5173')
/** Journeys build two versions beside each other. */
const version = process.env.APP_VERSION ?? readVersion()

/** Host and Origin pass unchanged: the relay is told the app's address as PUBLIC_URL and judges by that. */
const toRelay: ProxyOptions = { target: `http://127.0.0.1:${relayPort}`, ws: true }

/** gzip, before the first route: what a phone on a slow network waits for. */
const firstLoadBytes = 90_000

export default defineConfig({
  define: { __ASTERISM_VERSION__: JSON.stringify(version) },
  plugins: [
    solid(),
    tailwindcss(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'client/pwa',
      filename: 'service-worker.ts',
      // client/pwa/pwa.ts registers it; the manifest is public/manifest.webmanifest.
      injectRegister: false,
      manifest: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{html,js,css,svg,png,webmanifest}'],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
      },
    }),
    plainLogging(),
    firstLoadBudget(),
  ],
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // Small files stay files: the relay's content security policy admits no data: addresses for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Few files: each is asked for and answered on its own, and small ones pack badly. What the first screen needs is one,
    // whatever later parts share of it; the device's later parts are one, and so is what several screens are made of.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 3 },
            {
              name: 'device',
              test: /node_modules\/(yjs|lib0|y-indexeddb|y-protocols)|client\/(replica|pwa)\//,
              priority: 2,
            },
            { name: 'parts', test: /client\/ui\/|lucide-solid/, minShareCount: 2, priority: 1 },
            { name: 'rules', test: /\/shared\//, minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    host: 'localhost',
    port: appPort,
    strictPort: true,
    proxy: { '/sync': toRelay, '/doc/': toRelay, '/api/': toRelay, '/healthz': toRelay },
  },
})

/**
 * Yjs warns through lib0/logging, which brings styled consoles, their DOM and a schema language: 3 kB of the first load.
 * Here it says the same in plain text.
 */
function plainLogging(): Plugin {
  const named = ['BOLD', 'UNBOLD', 'BLUE', 'GREY', 'GREEN', 'ORANGE', 'PURPLE', 'RED', 'UNCOLOR']
  return {
    name: 'plain-logging',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === 'lib0/logging' ? '\0plain-logging' : null),
    load: (id) =>
      id === '\0plain-logging'
        ? `${named.map((name) => `export const ${name} = ''`).join('\n')}
export const print = (...said) => console.log(...said)
export const warn = (...said) => console.warn(...said)`
        : null,
  }
}

/** Entry, what it imports at once, their styles and index.html: everything that loads whichever screen comes first. */
function firstLoadBudget(): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const names = new Set<string>()
        const add = (name: string): void => {
          const file = bundle[name]
          if (file === undefined || names.has(name)) return
          names.add(name)
          if (file.type !== 'chunk') return
          for (const next of [...file.imports, ...(file.viteMetadata?.importedCss ?? [])]) add(next)
        }
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && file.isEntry) add(file.fileName)
        if ('index.html' in bundle) add('index.html')
        const bytes = [...names].reduce((sum, name) => sum + gzipped(bundle[name]), 0)
        const said = `first load: ${(bytes / 1000).toFixed(1)} kB gzip of at most ${firstLoadBytes / 1000}`
        console.error(said)
        if (bytes > firstLoadBytes)
          this.error(`${said}. Load what the first screen does not need later.`)
      },
    },
  }
}

function gzipped(file: Rolldown.OutputChunk | Rolldown.OutputAsset | undefined): number {
  if (file === undefined) return 0
  return gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length
}

function readVersion(): string {
  const about: unknown = JSON.parse(readFileSync('package.json', 'utf8'))
  return typeof about === 'object' && about !== null && 'version' in about
    ? String(about.version)
    : 'unknown'
}
