/** Which file starts which relay. Ours is the built one, as operators run it; the peers live in a package of their own. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const serverNames = ['ours', 'bare', 'bare-batch', 'bare-commit', 'hocuspocus'] as const
export type ServerName = (typeof serverNames)[number]

const project = fileURLToPath(new URL('../../../', import.meta.url))
export const peersFolder = fileURLToPath(new URL('../peers/', import.meta.url))
const ourEntry = `${project}dist/server/main.js`

export const isOursBuilt = (): boolean => existsSync(ourEntry)

export function commandOf(name: ServerName): {
  file: string
  cwd: string
  env: Record<string, string>
} {
  if (name === 'ours') return { file: ourEntry, cwd: project, env: { LOG_LEVEL: 'info' } }
  return { file: `${peersFolder}${name}.mjs`, cwd: peersFolder, env: {} }
}
