import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { pino } from 'pino'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { docTokenAnswerSchema } from '#shared/protocol/http.ts'
import { post, type Device } from '../relay/device.ts'
import { createFaultyLog } from '../relay/faulty-log.ts'
import { type } from '../relay/frames.ts'
import { newDoc, runRelay, type RunningRelay } from '../relay/running-relay.ts'

async function tokenOf(running: RunningRelay, mei: Device, doc: string): Promise<string> {
  const answer = await post(running.address, '/api/doc-token', { doc }, mei.welcome.token)
  return docTokenAnswerSchema.parse(await answer.json()).token
}

const socketTo = (running: RunningRelay, doc: string, token: string): WebSocket =>
  new WebSocket(`${running.address.replace('http', 'ws')}/doc/${doc}?token=${token}`)

test.each([
  ['is turned away where that is not switched on', {}, false],
  ['is turned away where it is switched off', { ALLOW_QUERY_TOKEN: '0' }, false],
  ['opens its document where it is switched on', { ALLOW_QUERY_TOKEN: '1' }, true],
])('a token in the query %s, and stands in no line of the log', async (_, env, opens) => {
  const lines: string[] = []
  const kept = new Writable({
    write(line: Buffer, _encoding, done) {
      lines.push(line.toString())
      done()
    },
  })
  const faulty = createFaultyLog()
  const running = await runRelay(
    { wrapLog: faulty.wrap, logger: pino({ level: 'trace' }, kept) },
    env,
  )
  const mei = await running.device()
  const doc = newDoc()
  const token = await tokenOf(running, mei, doc)
  const socket = socketTo(running, doc, token)
  const heard = await new Promise((resolve) => {
    socket.once('message', () => resolve('its document'))
    socket.once('close', resolve)
  })
  expect(heard).toBe(opens ? 'its document' : closeCodes['signed-out'])
  // What fails is logged: a commit, a request with the token in its address, a reading.
  faulty.fail(new Error('the disk is gone'))
  expect(await mei.push(doc, type(new Y.Doc(), 'x'))).toBe('busy')
  faulty.heal()
  const { directory } = running.relay.engine()
  const hasOwner = directory.hasOwner
  Object.assign(directory, { hasOwner: () => Promise.reject(new Error('no directory')) })
  expect((await fetch(`${running.address}/api/relay?token=${token}`)).status).toBe(503)
  Object.assign(directory, { hasOwner })
  await running.stop()
  expect(lines.join('')).toContain('the disk is gone')
  expect(lines.join('')).toContain('no directory')
  expect(lines.join('')).not.toContain(token)
  expect(lines.join('')).not.toContain(mei.welcome.token)
})

test('with the switch on a token for another document opens nothing', async () => {
  const running = await runRelay({}, { ALLOW_QUERY_TOKEN: '1' })
  const mei = await running.device()
  const token = await tokenOf(running, mei, newDoc())
  const code = (doc: string, with_: string): Promise<unknown> =>
    new Promise((resolve) => socketTo(running, doc, with_).once('close', resolve))
  expect(await code(newDoc(), token)).toBe(closeCodes['no-access'])
  expect(await code(newDoc(), mei.welcome.token)).toBe(closeCodes['signed-out'])
  await running.stop()
})
