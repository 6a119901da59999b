import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { createSqliteDirectory } from '#server/directory/sqlite-directory.ts'
import { closeDatabase, openDatabase } from '#server/log/sqlite-file.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { Act } from '#shared/records/acts.ts'
import { deviceIdSchema } from '#shared/protocol/names.ts'
import { challengeSchema } from '#shared/protocol/control.ts'
import {
  bytesFrame,
  jsonFrame,
  onChannel,
  pushFrame,
  toDevice,
  toRelay,
} from '#shared/protocol/frames.ts'
import { docTokenAnswerSchema } from '#shared/protocol/http.ts'
import { signInText } from '#shared/protocol/sign-in.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import {
  control,
  hello,
  json,
  newKey,
  openTalk,
  post,
  signIn,
  type Device,
  type Key,
} from './device.ts'
import { isRow, on, type } from './frames.ts'
import { presenceOf } from './presence-of.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

let running: RunningRelay
beforeAll(async () => {
  running = await runRelay()
})
afterAll(() => running.stop())

const NO_NOTE = new Uint8Array(0)

/** As an owner's tool would, beside the relay. */
async function revoke({ key, welcome }: Device, from = running): Promise<void> {
  const db = openDatabase(join(from.dataDir, 'asterism.sqlite'))
  const directory = createSqliteDirectory(db)
  const owner = await directory.device(deviceIdSchema.parse(from.owner.device))
  if (owner === null) throw new Error('the owner is not there')
  const workspace = welcome.workspace.id
  const act: Act = {
    kind: 'device',
    outcome: 'revoked',
    scope: documentNamed('workspace', workspace),
    subject: deviceIdSchema.parse(key.device),
    body: {},
  }
  const actor = { workspace, member: owner.member, device: owner.id }
  expect(await directory.perform(actor, act, 1)).toMatchObject({ ok: true })
  closeDatabase(db)
}

test('a device revoked while connected is refused in the next commit, told so, and gone for the others', async () => {
  const key = await running.person()
  const lin = await signIn(running.address, key)
  const mei = await running.device()
  const doc = newDoc()
  const writing = new Y.Doc()
  const { channel } = await lin.open(doc, writing.clientID)
  await mei.open(doc, 7)
  expect(await lin.push(doc, type(writing, 'a'))).toEqual({ n: 1, seq: 1 })
  await mei.take(isRow(channel))
  lin.say(bytesFrame(channel, onChannel.presence, presenceOf(writing.clientID, { here: 1 })))
  await mei.take(on(channel, onChannel.presence))
  await revoke(lin)
  expect(await lin.push(doc, type(writing, 'b'))).toBe('no-access')
  expect(await lin.closed).toEqual({ code: closeCodes['no-access'], reason: 'no-access' })
  const gone = await mei.take(on(channel, onChannel.presence))
  expect([...gone.body]).toEqual([...presenceOf(writing.clientID, null)])
  expect(mei.frames.filter(isRow(channel))).toEqual([])
  // Neither its token nor its key opens anything again.
  const token = lin.welcome.token
  const talk = await openTalk(running.address)
  talk.say(hello(key, token))
  await expect(signIn(running.address, key)).rejects.toThrow('no-access')
  expect((await post(running.address, '/api/doc-token', { doc }, token)).status).toBe(401)
  talk.close()
})

test('the commit that refuses a device ends its socket, not the next recheck', async () => {
  // The recheck every few seconds never comes.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const calm = await runRelay()
  vi.useRealTimers()
  const lin = await calm.device()
  await lin.push(newDoc(), type(new Y.Doc(), 'a'))
  await revoke(lin, calm)
  expect(await lin.push(newDoc(), type(new Y.Doc(), 'b'))).toBe('no-access')
  expect((await lin.closed).reason).toBe('no-access')
  await calm.stop()
})

test('a device that says nothing is turned away within the recheck, on either wire', async () => {
  const lin = await running.device()
  const doc = newDoc()
  const { token } = docTokenAnswerSchema.parse(
    await (await post(running.address, '/api/doc-token', { doc }, lin.welcome.token)).json(),
  )
  const plain = new WebSocket(`${running.address.replace('http', 'ws')}/doc/${doc}`, [
    'asterism',
    `bearer.${token}`,
  ])
  await new Promise((resolve) => plain.once('message', resolve))
  const plainClosed = new Promise((resolve) => plain.once('close', resolve))
  await revoke(lin)
  expect((await lin.closed).reason).toBe('no-access')
  expect(await plainClosed).toBe(closeCodes['no-access'])
})

test('that a device was revoked hears only who holds its key', async () => {
  const lin = await running.device()
  await revoke(lin)
  const says = async (signer: Key): Promise<string> => {
    const talk = await openTalk(running.address)
    talk.say(hello(lin.key))
    const { nonce } = challengeSchema.parse(json(await talk.take(control(toDevice.challenge))))
    const text = signInText(new URL(running.address).host, lin.key.device, nonce)
    talk.say(jsonFrame(toRelay.proof, { signature: await signer.sign(text) }))
    return (await talk.closed).reason
  }
  expect(await says(await newKey())).toBe('signed-out')
  expect(await says(lin.key)).toBe('no-access')
})

test('a device revoked between two rechecks hears so when it proves itself again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const calm = await runRelay()
  vi.useRealTimers()
  const lin = await calm.device()
  await revoke(lin, calm)
  lin.say(jsonFrame(toRelay.refresh, {}))
  const { nonce } = challengeSchema.parse(json(await lin.take(control(toDevice.challenge))))
  const text = signInText(new URL(calm.address).host, lin.key.device, nonce)
  lin.say(jsonFrame(toRelay.proof, { signature: await lin.key.sign(text) }))
  expect((await lin.closed).reason).toBe('no-access')
  await calm.stop()
})

test('a colleague in the same commit and another document is not harmed by a revoked device', async () => {
  const lin = await running.device()
  const mei = await running.device()
  const [theirs, mine] = [new Y.Doc(), new Y.Doc()]
  await lin.push(newDoc(), type(theirs, 'a'))
  await revoke(lin)
  lin.say(pushFrame({ n: 2, doc: newDoc(), note: NO_NOTE, bytes: type(new Y.Doc(), 'b') }))
  mei.say(pushFrame({ n: 1, doc: newDoc(), note: NO_NOTE, bytes: type(mine, 'c') }))
  expect(await mei.answer(1)).toEqual({ n: 1, seq: 1 })
  expect(await lin.answer(2)).toBe('no-access')
})
