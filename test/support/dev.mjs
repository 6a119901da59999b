/**
 * `npm run dev`: the relay under tsx (started again when its sources change) and Vite in front of it.
 * The relay is told the app's address as PUBLIC_URL; it prints the owner link when there is no owner yet.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const appPort = process.env.PORT ?? '5173'
const relayPort = process.env.RELAY_PORT ?? '8484'
const find = createRequire(import.meta.url).resolve
const tsx = find('tsx/cli')
const vite = join(dirname(find('vite/package.json')), 'bin/vite.js')

const relay = start([tsx, 'watch', '--clear-screen=false', 'server/main.ts'], {
  HOST: '127.0.0.1',
  PORT: relayPort,
  PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${appPort}`,
})
const app = start([vite], { PORT: appPort, RELAY_PORT: relayPort })

for (const child of [relay, app]) child.once('exit', (code) => stop(code ?? 0))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop(0))

/** @param {string[]} command  @param {Record<string, string>} env */
function start(command, env) {
  return spawn(process.execPath, command, { stdio: 'inherit', env: { ...process.env, ...env } })
}

/** @param {number} code */
function stop(code) {
  relay.kill('SIGTERM')
  app.kill('SIGTERM')
  process.exitCode = code
}
