/**
 * Starts a relay in its own Node process on a port the system chooses, and ends it: politely (SIGTERM, waits until it
 * has stored) or with SIGKILL. Left out: what is spoken with it.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createSignal } from '../load/signal.ts'
import { commandOf, type ServerName } from './commands.ts'

export interface RunningServer {
  readonly name: ServerName
  readonly pid: number
  readonly port: number
  readonly folder: string
  stop(): Promise<void>
  kill(): Promise<void>
}

export async function startServer(name: ServerName, folder: string): Promise<RunningServer> {
  mkdirSync(folder, { recursive: true })
  const { file, cwd, env } = commandOf(name)
  const child = spawn(process.execPath, [file], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  const gone = createSignal()
  child.once('exit', () => {
    process.off('exit', end)
    gone.resolve()
  })
  const port = await portOf(child)
  const endWith = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await gone.promise
  }
  return {
    name,
    pid: child.pid ?? 0,
    port,
    folder,
    stop: () => endWith('SIGTERM'),
    kill: () => endWith('SIGKILL'),
  }
}

/** The first port named on stdout: `"port":123` in a line of JSON, or an address in a sentence. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      if (said.length > 100_000) return
      said += chunk.toString()
      const port = /"port":\s*(\d+)|127\.0\.0\.1:(\d+)|localhost:(\d+)/.exec(said)
      if (port !== null) resolve(Number(port[1] ?? port[2] ?? port[3]))
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      if (said.length < 100_000) said += chunk.toString()
    })
    child.once('exit', (code) =>
      reject(new Error(`the server ended with ${code} before it listened:\n${said.slice(-2000)}`)),
    )
  })
}
