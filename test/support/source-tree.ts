/** The project's own text files, for tests that read them: what git would keep, without fixtures and locks. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string
  readonly text: string
}

export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const leftOut = new Set([
  'node_modules',
  'dist',
  'data',
  '.git',
  '.cache',
  'test-results',
  'fixtures',
])
const readable = /\.(ts|tsx|mjs|js|css|html|md|json|ya?ml|sh)$|(^|\/)(\.ci\/run|\.npmrc|LICENSE)$/

export function readSourceTree(folder: string = projectFolder): SourceFile[] {
  return walk(folder)
    .map((file) => ({ file, path: relative(folder, file).split(sep).join('/') }))
    .filter(({ path }) => readable.test(path))
    .map(({ file, path }) => ({ path, text: readFileSync(file, 'utf8') }))
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (leftOut.has(entry.name)) return []
    const whole = join(folder, entry.name)
    if (entry.isDirectory()) return walk(whole)
    return entry.isFile() ? [whole] : []
  })
}
