/**
 * Makes one plain file of the simulator and the product: loaded file by file, a module that the product imports late
 * arrives when the disk pleases, and that is not in a seed's hands.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('../..', import.meta.url))

/** @returns {Promise<{ file: string, remove: () => void }>} */
export async function bundleSimulator() {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'simulator-'))
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    // Packages as well: lib0 takes hold of clock and chance as it is loaded, after virtual-world.ts has replaced them.
    ssr: { noExternal: true },
    build: {
      ssr: require.resolve('./main.ts'),
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
    },
  })
  return {
    file: join(outDir, 'main.mjs'),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  }
}
