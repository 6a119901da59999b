/** Records at their limits, for limits-walk.test.ts: at the limit passes, one above is refused, and the device goes on. */
import { expect } from 'vitest'
import { jsonFrame, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { writeCanonical } from '#shared/records/canonical.ts'
import { signedText } from '#shared/records/texts.ts'
import { control, hasRead, type Device } from '../server/relay/device.ts'
import { newDoc } from '../server/relay/running-relay.ts'
import { speakerOn, type Signed, type Speaker } from '../server/relay/saying-records.ts'

export const recordWalks = (device: () => Promise<Device>) => ({
  async recordBytes() {
    const mei = speakerOn(await device())
    const sized = (size: number) => {
      const empty = recordText(mei, { body: { text: '' } })
      return recordText(mei, { body: { text: 'x'.repeat(size - empty.length) } })
    }
    expect(await mei.say(await signed(mei, sized(limits.recordBytes + 1)))).toBe('too-large')
    expect(await mei.say(await signed(mei, sized(limits.recordBytes)))).toMatchObject({ seq: 1 })
    await stillWorks(mei.device)
  },
  async reasonCharacters() {
    const mei = speakerOn(await device())
    const said = (length: number) =>
      signed(mei, recordText(mei, { reason: 'x'.repeat(length) })).then(mei.say)
    expect(await said(limits.reasonCharacters + 1)).toBe('record-wrong')
    expect(await said(limits.reasonCharacters)).toMatchObject({ n: 2 })
    await stillWorks(mei.device)
  },
  async recordDepth() {
    const mei = speakerOn(await device())
    const nestedText = (levels: number): string => {
      // The record and its body are two of them.
      const value = `${'['.repeat(levels - 2)}${']'.repeat(levels - 2)}`
      return recordText(mei, { body: {} }).replace('"body":{}', `"body":{"a":${value}}`)
    }
    const said = async (levels: number) => mei.say(await signed(mei, nestedText(levels)))
    expect(await said(limits.recordDepth + 1)).toBe('record-wrong')
    expect(await said(limits.recordDepth)).toMatchObject({ n: 2 })
    await stillWorks(mei.device)
  },
  async recordScopes() {
    const mei = await device()
    const scopes = (count: number): Uint8Array =>
      jsonFrame(toRelay.records, { scopes: Array.from({ length: count }, () => [newDoc(), 0]) })
    mei.say(scopes(limits.recordScopes + 1))
    expect(await problemOf(mei)).toContain('malformed')
    mei.say(scopes(limits.recordScopes))
    for (let i = 0; i < limits.recordScopes; i++) await mei.take(control(toDevice.recordRows))
    await stillWorks(mei)
  },
})

/** The device's first record, with whatever a test puts into it. */
const recordText = ({ device }: Speaker, more: object): string => {
  const { workspace, member } = device.welcome
  const text = writeCanonical({
    v: 1,
    workspace: workspace.id,
    scope: `workspace-${workspace.id}`,
    kind: 'join',
    subject: member,
    contentHash: null,
    outcome: 'joined',
    reason: '',
    body: {},
    member,
    device: device.key.device,
    at: 1,
    n: 1,
    prev: null,
    ...more,
  })
  if (text === null) throw new Error('not canonical')
  return text
}
const signed = async ({ device }: Speaker, text: string): Promise<Signed> => ({
  text,
  id: '',
  signature: Buffer.from(await device.key.sign(signedText(text)), 'base64url'),
})

const problemOf = async (device: Device): Promise<string> =>
  new TextDecoder().decode((await device.take(control(toDevice.problem))).body)

const stillWorks = (device: Device): Promise<void> => hasRead(device)
