/** A relay in this process on a folder of its own, with an owner and as many invited people as a test needs. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from '#server/environment.ts'
import { startRelay, type Relay, type RelayOptions } from '#server/start-relay.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import { randomId } from '#shared/lib/ids.ts'
import type { InviteKey } from '#shared/protocol/http.ts'
import { deviceIdSchema, type Access } from '#shared/protocol/names.ts'
import { actSchema } from '#shared/records/acts.ts'
import { joinAs, signIn, type Device, type Key } from './device.ts'
import { hashOf, memberInvite, newInviteKey } from './inviting.ts'

export interface RunningRelay {
  readonly relay: Relay
  readonly address: string
  readonly dataDir: string
  readonly owner: Key
  /** An invite of the owner's, in force for a day; made beside the ledger, so that the owner's own records go on. */
  invite(access?: Access, uses?: number): Promise<InviteKey>
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
  const now = options.now ?? Date.now
  const invite = async (access: Access = 'member', uses = 50): Promise<InviteKey> => {
    const { directory } = relay.engine()
    const device = await directory.device(deviceIdSchema.parse(owner.device))
    if (device === null) throw new Error('the owner is not there')
    const workspace = device.workspace.id
    const key = newInviteKey()
    const act = actSchema.parse({
      kind: 'invite',
      outcome: 'made',
      scope: documentNamed('workspace', workspace),
      subject: key.id,
      body: { ...memberInvite(now()), access, uses, secretHash: hashOf(key) },
    })
    const made = await directory.perform(
      { workspace, member: device.member, device: device.id },
      act,
      now(),
    )
    if (!made.ok) throw new Error(`the invite was refused: ${made.refusal}`)
    return key
  }
  const person = async (access: Access = 'member'): Promise<Key> =>
    joinAs(relay.address, await invite(access))
  return {
    get relay() {
      return relay
    },
    get address() {
      return relay.address
    },
    dataDir,
    owner,
    invite,
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
