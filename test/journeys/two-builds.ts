/** Two builds of the app that differ in their version alone, each with the built relay beside it; made once for all journeys. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { cp, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface TwoBuilds {
  readonly older: string
  readonly newer: string
}

export const versions = { older: '1.0.0-journey', newer: '2.0.0-journey' } as const

let made: Promise<TwoBuilds> | null = null

export const buildTwice = (): Promise<TwoBuilds> => (made ??= makeBoth())

async function makeBoth(): Promise<TwoBuilds> {
  const folder = await mkdtemp(join(tmpdir(), 'asterism-builds-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  const [older, newer] = [join(folder, 'older'), join(folder, 'newer')]
  for (const [build, version] of [
    [older, versions.older],
    [newer, versions.newer],
  ] as const) {
    await cp('dist/server', join(build, 'server'), { recursive: true })
    await buildClient(join(build, 'client'), version)
  }
  return { older, newer }
}

async function buildClient(into: string, version: string): Promise<void> {
  const words = ['build', '--logLevel', 'error', '--outDir', into, '--emptyOutDir']
  const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', ...words], {
    env: { ...process.env, NODE_ENV: 'production', APP_VERSION: version },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the app could not be built:\n${said}`)
}
