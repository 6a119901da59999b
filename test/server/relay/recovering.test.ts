import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import Database from 'libsql'
import * as Y from 'yjs'
import { writeBackup } from '#server/log/backup-file.ts'
import { restoreInto } from '#server/log/restore-into.ts'
import { post, signIn, type Device, type Key } from './device.ts'
import { type } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

const DAY = 24 * 3_600_000
let now = 1_800_000_000_000
let running: RunningRelay
afterEach(() => running.stop())

interface Loss {
  readonly doc: string
  readonly writer: Key
  readonly third: Key
  /** What the writer's session holds, the backup only its beginning. */
  readonly writing: Y.Doc
  readonly lost: Uint8Array
}

/** The writer's `kept` is in the backup, its ` lost` is not. */
async function loseSomething(kept = 'kept'): Promise<Loss> {
  running = await runRelay({ now: () => now })
  const [writer, third] = [await running.person(), await running.person()]
  const mei = await signIn(running.address, writer)
  const doc = newDoc()
  const writing = new Y.Doc()
  if (kept !== '') await mei.push(doc, type(writing, kept))
  const backup = join(running.dataDir, 'backup.sqlite')
  expect(writeBackup(running.dataDir, backup).ok).toBe(true)
  const lost = type(writing, ' lost')
  await mei.push(doc, lost)
  await running.relay.close()
  expect(restoreInto(running.dataDir, backup, now).ok).toBe(true)
  await running.restart()
  return { doc, writer, third, writing, lost }
}

const come = (key: Key, firstN = 10): Promise<Device> => signIn(running.address, key, firstN)

/** Somebody else's clientID, going on where the true one stands. */
function forged({ writing }: Loss): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(writing))
  copy.clientID = writing.clientID
  return type(copy, 'forged')
}

/** Rows as the relay stored them: device, and who brought it. */
function rowsOf(doc: string): unknown[] {
  const db = new Database(join(running.dataDir, 'asterism.sqlite'), { readonly: true })
  const rows = db
    .prepare(
      'SELECT row.device AS device, recovered_by FROM row JOIN document ON document.id = row.doc WHERE name = ? ORDER BY row.seq',
    )
    .all([doc])
  db.close()
  return rows.map((row) => ({ ...(row as object), _metadata: undefined }))
}

test('a colleague brings what a writer had lost, stamped, until the writer has come back and written', async () => {
  const loss = await loseSomething()
  const { doc, writer, third, writing, lost } = loss
  const lin = await come(third)
  expect(await lin.push(doc, lost)).toMatchObject({ seq: 2 })
  expect(rowsOf(doc)[1]).toMatchObject({
    device: lin.welcome.device,
    recovered_by: lin.welcome.device,
  })
  const mei = await come(writer)
  expect(await mei.push(doc, type(writing, ' back'))).toMatchObject({ seq: 3 })
  expect(await lin.push(doc, forged(loss))).toBe('client-of-another-device')
  await running.restart()
  const again = await come(third, 20)
  expect(await again.push(doc, forged(loss))).toBe('client-of-another-device')
  expect(rowsOf(doc)).toHaveLength(3)
})

test('a session the backup did not know is still its writer’s when a colleague comes first', async () => {
  const loss = await loseSomething('')
  const { doc, writer, third, writing, lost } = loss
  const lin = await come(third)
  expect(await lin.push(doc, lost)).toMatchObject({ seq: 1 })
  await running.restart()
  const mei = await come(writer)
  await mei.open(doc, writing.clientID)
  expect(await mei.push(doc, type(writing, ' on'))).toMatchObject({ seq: 2 })
  const late = await come(third, 20)
  expect(await late.push(doc, forged(loss))).toBe('client-of-another-device')
})

test('a session begun after the restore is nobody else’s', async () => {
  const loss = await loseSomething()
  const { doc, writer, third } = loss
  const mei = await come(writer)
  const fresh = new Y.Doc()
  await mei.open(doc, fresh.clientID)
  expect(await mei.push(doc, type(fresh, 'new'))).toMatchObject({ seq: 2 })
  mei.close()
  await mei.closed
  const lin = await come(third)
  expect(await lin.push(doc, forged({ ...loss, writing: fresh }))).toBe('client-of-another-device')
})

test('after 30 days nobody brings anything for others, and not a day before', async () => {
  const { doc, third, lost } = await loseSomething()
  now += 30 * DAY
  const late = await come(third)
  expect(await late.push(doc, lost)).toBe('client-of-another-device')
  now -= DAY
  expect(await late.push(doc, lost)).toMatchObject({ seq: 2 })
})

test('the owner, or a terminal on the machine, ends it; nobody else can', async () => {
  const { doc, third, writer, lost } = await loseSomething()
  const lin = await come(third)
  const end = async (token: string): Promise<[number, unknown]> => {
    const answer = await post(running.address, '/admin/recovered', {}, token)
    return [answer.status, await answer.json()]
  }
  expect((await end(lin.welcome.token))[0]).toBe(404)
  expect((await end('x'.repeat(43)))[0]).toBe(404)
  const mei = await come(running.owner)
  expect(await end(mei.welcome.token)).toEqual([200, { ended: true }])
  expect(await lin.push(doc, lost)).toBe('client-of-another-device')
  await running.restart()
  expect(await (await come(third, 20)).push(doc, lost)).toBe('client-of-another-device')
  expect(await (await come(writer)).push(doc, lost)).toMatchObject({ seq: 2 })
  const { secret } = JSON.parse(readFileSync(join(running.dataDir, 'relay.json'), 'utf8')) as {
    secret: string
  }
  expect(await end(secret)).toEqual([200, { ended: false }])
})
