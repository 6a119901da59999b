/** A device on a raw socket that signs facts, says them and reads ledgers. */
import { createHash } from 'node:crypto'
import { jsonFrame, toDevice, toRelay, type Ack } from '#shared/protocol/frames.ts'
import { readRecordRows, recordFrame, type RecordRow } from '#shared/protocol/record-frames.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import { writeFact, type Fact } from '#shared/records/fact.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { recordIdOf, signedText } from '#shared/records/texts.ts'
import { brokenChecks, verifyRecords, type Check } from '#shared/records/verify.ts'
import { control, decoderOf, type Device } from './device.ts'

export interface Speaker {
  readonly device: Device
  /** The next record of this device, not yet said. */
  fact(more?: Partial<Fact>): Promise<Signed>
  say(record: Signed): Promise<Ack | Refusal>
  read(scope: string, after?: number): Promise<{ rows: readonly RecordRow[]; more: boolean }>
}

export interface Signed {
  readonly text: string
  readonly signature: Uint8Array
  readonly id: string
}

export const idOfText = (text: string): string =>
  recordIdOf(createHash('sha256').update(text).digest())

export function speakerOn(device: Device): Speaker {
  const { welcome, key } = device
  let { n, last } = welcome.records
  return {
    device,
    async fact(more = {}) {
      n += 1
      const text = writeFact({
        v: 1,
        workspace: welcome.workspace.id,
        scope: peopleScope(welcome.workspace.id),
        kind: 'join',
        subject: welcome.member,
        contentHash: null,
        outcome: 'joined',
        reason: '',
        body: {},
        member: welcome.member,
        device: key.device as Fact['device'],
        at: 1_750_000_000_000,
        n,
        prev: last,
        ...more,
      })
      if (text === null) throw new Error('no record')
      last = idOfText(text)
      const signature = Buffer.from(await key.sign(signedText(text)), 'base64url')
      return { text, signature, id: last }
    },
    say({ text, signature }) {
      const mine = device.nextN()
      device.say(recordFrame({ n: mine, text, signature }))
      return device.answer(mine)
    },
    async read(scope, after = 0) {
      device.say(jsonFrame(toRelay.records, { scopes: [[scope, after]] }))
      return readRecordRows(decoderOf(await device.take(control(toDevice.recordRows))))
    },
  }
}

/** What is broken of a scope as this device reads it, and whose key the relay shows. */
export async function brokenFor({ device, read }: Speaker, scope: string): Promise<Check[]> {
  const { rows } = await read(scope)
  const records = rows.map(({ seq, at, link, countersignature, ...signed }) => ({
    ...signed,
    receipt: { seq, at, link, countersignature },
  }))
  const relayKeys = [Buffer.from(device.welcome.relayKey, 'base64url')]
  return (await verifyRecords(globalThis.crypto.subtle, records, { relayKeys })).flatMap(
    brokenChecks,
  )
}
