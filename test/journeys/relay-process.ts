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
  /** Starts again on the same folder and port. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export async function startRelayProcess(extra: Record<string, string> = {}): Promise<RelayProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'asterism-'))
  let { child, address } = await launch(dataDir, '0', extra)
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
    async restart() {
      ;({ child, address } = await launch(dataDir, port, extra))
    },
    async stop() {
      await kill()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function launch(
  dataDir: string,
  port: string,
  extra: Record<string, string>,
): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
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
