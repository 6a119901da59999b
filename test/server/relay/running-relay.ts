/** A relay in this process on a folder of its own, with an owner and as many invited people as a test needs. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from '#server/environment.ts'
import { startRelay, type Relay, type RelayOptions } from '#server/start-relay.ts'
import { randomId } from '#shared/lib/ids.ts'
import type { Access } from '#shared/protocol/names.ts'
import { inviteFor, joinAs, signIn, type Device, type Key } from './device.ts'

export interface RunningRelay {
  readonly relay: Relay
  readonly address: string
  readonly dataDir: string
  readonly owner: Key
  /** An invited person's key. */
  person(access?: Access): Promise<Key>
  device(access?: Access): Promise<Device>
  stop(): Promise<void>
}

export const newDoc = (): string => `brief-${randomId()}`

export async function runRelay(
  options: RelayOptions = {},
  env: Record<string, string> = {},
): Promise<RunningRelay> {
  const dataDir = await mkdtemp(join(tmpdir(), 'asterism-relay-'))
  const relay = await startRelay(
    readEnvironment({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env }),
    options,
  )
  const { address } = relay
  const owner = await joinAs(address, null, 'Mei')
  const person = async (access: Access = 'member'): Promise<Key> => {
    const { welcome, close, closed } = await signIn(address, owner)
    close()
    await closed
    return joinAs(address, await inviteFor(address, welcome.token, access))
  }
  return {
    relay,
    address,
    dataDir,
    owner,
    person,
    device: async (access) => signIn(address, await person(access)),
    async stop() {
      await relay.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
