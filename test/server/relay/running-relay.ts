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
  /** Ends the relay and starts another on the same data, at another address. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export const newDoc = (): string => `brief-${randomId()}`

export async function runRelay(
  options: RelayOptions = {},
  env: Record<string, string> = {},
): Promise<RunningRelay> {
  const dataDir = await mkdtemp(join(tmpdir(), 'asterism-relay-'))
  const start = (): Promise<Relay> =>
    startRelay(
      readEnvironment({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env }),
      options,
    )
  let relay = await start()
  const owner = await joinAs(relay.address, null, 'Mei')
  const person = async (access: Access = 'member'): Promise<Key> => {
    const { address } = relay
    const { welcome, close, closed } = await signIn(address, owner)
    close()
    await closed
    return joinAs(address, await inviteFor(address, welcome.token, access))
  }
  return {
    get relay() {
      return relay
    },
    get address() {
      return relay.address
    },
    dataDir,
    owner,
    person,
    device: async (access) => signIn(relay.address, await person(access)),
    async restart() {
      await relay.close()
      relay = await start()
    },
    async stop() {
      await relay.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
