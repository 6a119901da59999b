/** The built relay as a process of its own on a temporary folder: started, killed and started again on the same port. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'

export interface RelayProcess {
  readonly address: string
  readonly dataDir: string
  /** SIGKILL, as a crash would. Resolves when the process is gone. */
  kill(): Promise<void>
  /** Starts again on the same folder and port, from another build where one is named. */
  restart(build?: string): Promise<void>
  stop(): Promise<void>
}

/** `build`: the folder with `server` and `client` in it. */
export async function startRelayProcess(
  extra: Record<string, string> = {},
  build = 'dist',
): Promise<RelayProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'asterism-'))
  let { child, address } = await launch(build, dataDir, '0', extra)
  const port = new URL(address).port
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  return {
    address,
    dataDir,
    kill,
    async restart(other = build) {
      ;({ child, address } = await launch(other, dataDir, port, extra))
    },
    async stop() {
      await kill()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function launch(
  build: string,
  dataDir: string,
  port: string,
  extra: Record<string, string>,
): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [join(build, 'server/main.js')], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      ...extra,
      PORT: port,
      DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      printed += chunk.toString()
      const found = /Asterism is at (http:\/\/\S+)/.exec(printed)
      if (found?.[1] !== undefined) resolve({ child, address: found[1].replace(/\/$/, '') })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
    child.once('exit', (code) => reject(new Error(`the relay ended with ${code}:\n${printed}`)))
  })
}
