/** The demo's people with keys of their own, so that what they decided is signed and can be verified like anybody's. */
import {
  createDeviceKey,
  signText,
  type DeviceKey,
  type Identity,
} from '#client/replica/identity.ts'
import { base64urlToBytes } from '#client/replica/base64url.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { RecordRow } from '#client/replica/record-store.ts'
import { demoPeople, type DemoPerson } from '#shared/domain/demo/demo-people.ts'
import { randomId, type DocName, type MemberId } from '#shared/lib/ids.ts'
import { writeFact, type Fact } from '#shared/records/fact.ts'
import { recordIdOf, signedText } from '#shared/records/texts.ts'

export interface CastMember {
  readonly person: DemoPerson
  readonly member: MemberId
  /** As rows carry it: their place among the people, from 1. */
  readonly device: number
  /** Under which they write in every document. */
  readonly client: number
  sign(scope: DocName, fact: DemoFact, at: number, seq: number): Promise<RecordRow>
}

export type DemoFact = Pick<
  Fact,
  'kind' | 'subject' | 'contentHash' | 'outcome' | 'reason' | 'body'
>

/** The first of them is whoever looks, on another device of theirs. */
export async function castOf(
  environment: DeviceEnvironment,
  identity: Identity,
): Promise<readonly CastMember[]> {
  const keys = await Promise.all(demoPeople.map(() => createDeviceKey(environment)))
  // In their order: what two of them set at the same time is then the later one's, and whoever looks has something to put back.
  const clients = [...environment.crypto.getRandomValues(new Uint32Array(demoPeople.length))].sort(
    (one, other) => one - other,
  )
  return demoPeople.flatMap((person, place) => {
    const key = keys[place]
    if (key === undefined) return []
    const member = place === 0 ? identity.member : (randomId() as MemberId)
    const client = clients[place] ?? 0
    const sign = signing(environment, identity, member, key)
    return [{ person, member, device: place + 1, client, sign }]
  })
}

function signing(
  environment: DeviceEnvironment,
  { workspace }: Identity,
  member: MemberId,
  { keys, device, publicKey }: DeviceKey,
): CastMember['sign'] {
  let [n, prev]: [number, string | null] = [0, null]
  return async (scope, fact, at, seq) => {
    n += 1
    const whole = {
      v: 1 as const,
      ...fact,
      workspace: workspace.id,
      scope,
      member,
      device,
      at,
      n,
      prev,
    }
    const text = writeFact(whole)
    if (text === null) throw new Error(`a demo record of ${scope} cannot be read back`)
    const hash = await environment.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    const id = recordIdOf(new Uint8Array(hash))
    prev = id
    const signature = base64urlToBytes(
      await signText(environment, keys.privateKey, signedText(text)),
    )
    const row = { id, scope, device, n, text, signature, key: base64urlToBytes(publicKey) }
    return { ...row, seq, receipt: null, earlier: [], refused: null }
  }
}
