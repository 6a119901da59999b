import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { docTokenAnswerSchema } from '#shared/protocol/http.ts'
import { onChannel } from '#shared/protocol/frames.ts'
import { post, type Device } from './device.ts'
import { edit, isRow, on, rowOf, type } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

let running: RunningRelay
const providers: WebsocketProvider[] = []
beforeAll(async () => {
  running = await runRelay()
})
afterAll(async () => {
  for (const provider of providers) provider.destroy()
  await running.stop()
})

async function tokenOf(device: Device, doc: string): Promise<string> {
  const answer = await post(running.address, '/api/doc-token', { doc }, device.welcome.token)
  return docTokenAnswerSchema.parse(await answer.json()).token
}

function stockClient(doc: string, token: string, ydoc = new Y.Doc()): WebsocketProvider {
  const provider = new WebsocketProvider(
    `${running.address.replace('http', 'ws')}/doc`,
    doc,
    ydoc,
    {
      // ws has the browser's surface where the provider uses it.
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      protocols: ['asterism', `bearer.${token}`],
      disableBc: true,
    },
  )
  providers.push(provider)
  return provider
}

const synced = (provider: WebsocketProvider): Promise<void> =>
  new Promise((resolve) => (provider.synced ? resolve() : provider.once('sync', () => resolve())))

test('a stock provider and a device on /sync see each other’s edits and presence', async () => {
  const mei = await running.device()
  const doc = newDoc()
  const writing = new Y.Doc()
  const { channel } = await mei.open(doc, writing.clientID)
  await mei.push(doc, type(writing, 'before '))
  const provider = stockClient(doc, await tokenOf(mei, doc))
  await synced(provider)
  expect(provider.doc.getText('text').toString()).toBe('before ')
  await mei.push(doc, type(writing, 'live'))
  await expect.poll(() => provider.doc.getText('text').toString()).toBe('before live')
  provider.doc.getText('text').insert(0, 'stock ')
  Y.applyUpdate(writing, rowOf(await mei.take(isRow(channel))).bytes)
  expect(writing.getText('text').toString()).toBe('stock before live')
  provider.awareness.setLocalState({ user: { name: 'stock' } })
  const heard = await mei.take(
    (frame) =>
      on(channel, onChannel.presence)(frame) &&
      new TextDecoder().decode(frame.body).includes('stock'),
  )
  expect(heard.channel).toBe(channel)
})

test('two stock providers edit offline and converge, and what they wrote is there for a third', async () => {
  const mei = await running.device()
  const doc = newDoc()
  const token = await tokenOf(mei, doc)
  const one = stockClient(doc, token)
  const two = stockClient(doc, token)
  await Promise.all([synced(one), synced(two)])
  one.disconnect()
  one.doc.getText('text').insert(0, 'one ')
  one.doc.getText('text').insert(4, 'more ')
  two.doc.getText('text').insert(0, 'two ')
  one.connect()
  await expect.poll(() => one.doc.getText('text').toString().length).toBe(13)
  await expect
    .poll(() => two.doc.getText('text').toString())
    .toBe(one.doc.getText('text').toString())
  const third = stockClient(doc, token)
  await synced(third)
  expect(third.doc.getText('text').toString()).toBe(one.doc.getText('text').toString())
})

test('a stock provider whose viewer edits is told by a final close', async () => {
  const viewer = await running.device('viewer')
  const doc = newDoc()
  const provider = stockClient(doc, await tokenOf(viewer, doc))
  await synced(provider)
  const closed = new Promise<number>((resolve) =>
    provider.on('connection-close', (event) => resolve(event?.code ?? 0)),
  )
  provider.doc.getText('text').insert(0, 'x')
  expect(await closed).toBe(4403)
})

test.each([
  ['without a token', async () => ({ doc: newDoc(), token: 'x'.repeat(43) }), 4401],
  [
    'with a session token',
    async () => ({ doc: newDoc(), token: (await running.device()).welcome.token }),
    4401,
  ],
  [
    'with another document’s token',
    async () => ({ doc: newDoc(), token: await tokenOf(await running.device(), newDoc()) }),
    4403,
  ],
])('a client %s is turned away for good', async (_, make, code) => {
  const { doc, token } = await make()
  const socket = new WebSocket(`${running.address.replace('http', 'ws')}/doc/${doc}`, [
    'asterism',
    `bearer.${token}`,
  ])
  expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(code)
  expect(socket.protocol).toBe('asterism')
})

test('a token in the query is taken only where that is switched on', async () => {
  const mei = await running.device()
  const doc = newDoc()
  const token = await tokenOf(mei, doc)
  const socket = new WebSocket(`${running.address.replace('http', 'ws')}/doc/${doc}?token=${token}`)
  expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(4401)
})

test('opening a document in which much was deleted adds no row', async () => {
  const mei = await running.device()
  const doc = newDoc()
  const writing = new Y.Doc()
  await mei.push(doc, type(writing, 'abc'))
  await mei.push(
    doc,
    edit(writing, () => writing.getText('text').delete(0, 2)),
  )
  const token = await tokenOf(mei, doc)
  const quiet = stockClient(doc, token)
  await synced(quiet)
  const lively = stockClient(doc, token)
  await synced(lively)
  lively.doc.getText('text').insert(0, 'x')
  await expect.poll(() => quiet.doc.getText('text').toString()).toBe('xc')
  expect((await mei.open(doc, 3)).seq).toBe(3)
})

test('deleting what is there reaches the others as a row', async () => {
  const mei = await running.device()
  const doc = newDoc()
  const writing = new Y.Doc()
  const { channel } = await mei.open(doc, writing.clientID)
  await mei.push(doc, type(writing, 'abc'))
  const provider = stockClient(doc, await tokenOf(mei, doc))
  await synced(provider)
  provider.doc.getText('text').delete(0, 1)
  Y.applyUpdate(writing, rowOf(await mei.take(isRow(channel))).bytes)
  expect(edit(writing, () => undefined).byteLength).toBeGreaterThan(0)
  expect(writing.getText('text').toString()).toBe('bc')
})
