/** Builds the app for browsers into dist/client, and serves it with reload in front of a running relay in `npm run dev`. */
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type ProxyOptions } from 'vite'
import solid from 'vite-plugin-solid'

/** Where the relay listens during development; `test/support/dev.mjs` sets both ports. */
const relayPort = process.env.RELAY_PORT ?? '8484'
const appPort = Number(process.env.PORT ?? '5173')

/** Host and Origin pass unchanged: the relay is told the app's address as PUBLIC_URL and judges by that. */
const toRelay: ProxyOptions = { target: `http://127.0.0.1:${relayPort}`, ws: true }

export default defineConfig({
  plugins: [solid(), tailwindcss()],
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // Small files stay files: the relay's content security policy admits no data: addresses for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: 'localhost',
    port: appPort,
    strictPort: true,
    proxy: { '/sync': toRelay, '/doc/': toRelay, '/api/': toRelay, '/healthz': toRelay },
  },
})
