/** Files by HTTP on a real relay: who may, what is answered, and what hostile requests get. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { writeBackup } from '#server/log/backup-file.ts'
import { topicOf } from '#shared/lib/document-kinds.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import { limits } from '#shared/protocol/limits.ts'
import { askToJoin, newKey, post, signIn, type Device } from '../relay/device.ts'
import { type } from '../relay/frames.ts'
import { actingOn, type Acting } from '../relay/people-of-roles.ts'
import { newDoc, runRelay, type RunningRelay } from '../relay/running-relay.ts'
import { fileCalls, idOf, newBytes, slowPut, type FileCalls } from './file-calls.ts'

let now = 1_800_000_000_000
let running: RunningRelay
let acting: Acting
let mei: Device
let lin: Device
beforeAll(async () => {
  running = await runRelay({ now: () => now })
  acting = await actingOn(running, () => now)
  mei = await running.device()
  lin = await running.device()
})
afterAll(() => running.stop())

const by = (device: Device): FileCalls => fileCalls(() => running.address, device)
const partsLeft = (): string[] => readdirSync(join(running.dataDir, 'files', 'part'))
const codeOf = async (answer: Response): Promise<unknown> =>
  ((await answer.json()) as { code: unknown }).code

test('a colleague reads what was sent, whole, in parts and its length alone', async () => {
  const bytes = newBytes()
  const id = idOf(bytes)
  expect((await by(mei).put(newDoc(), bytes)).status).toBe(204)
  const whole = await by(lin).get(id)
  expect(whole.status).toBe(200)
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true)
  const part = await by(lin).get(id, { range: 'bytes=10-19' })
  expect([
    part.status,
    part.headers.get('content-range'),
    part.headers.get('content-length'),
  ]).toEqual([206, 'bytes 10-19/1000', '10'])
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20))).toBe(true)
  const end = await by(lin).get(id, { range: 'bytes=-5' })
  expect(Buffer.from(await end.arrayBuffer()).equals(bytes.subarray(995))).toBe(true)
  const head = await fetch(`${running.address}/api/files/${id}`, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${lin.welcome.token}` },
  })
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '1000'])
})

test('a range beyond the file is refused with its length; one that is none is answered whole', async () => {
  const bytes = newBytes()
  await by(mei).put(newDoc(), bytes)
  for (const range of ['bytes=1000-', 'bytes=5000-6000', 'bytes=-0']) {
    const answer = await by(mei).get(idOf(bytes), { range })
    expect([range, answer.status, answer.headers.get('content-range')]).toEqual([
      range,
      416,
      'bytes */1000',
    ])
  }
  for (const range of ['bytes=9-3', 'bytes=a-b', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=-'])
    expect([range, (await by(mei).get(idOf(bytes), { range })).status]).toEqual([range, 200])
  const over = await by(mei).get(idOf(bytes), { range: 'bytes=990-99999999999999' })
  expect([over.status, over.headers.get('content-range')]).toEqual([206, 'bytes 990-999/1000'])
})

test('no file runs as a page of ours, refusals included', async () => {
  const bytes = Buffer.from('<script>alert(1)</script>')
  await by(mei).put(newDoc(), bytes)
  for (const answer of [await by(mei).get(idOf(bytes)), await by(mei).get('f'.repeat(64))]) {
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(answer.headers.get('content-disposition')).toBe('attachment')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
  expect((await by(mei).get(idOf(bytes))).headers.get('content-type')).toBe(
    'application/octet-stream',
  )
})

test('other bytes than the id says, a name that is none and a missing document are refused', async () => {
  const bytes = newBytes()
  expect(await codeOf(await by(mei).put(newDoc(), bytes, idOf(newBytes())))).toBe('file-differs')
  for (const id of [
    '..%2f..%2fasterism.sqlite',
    'A'.repeat(64),
    'a'.repeat(63),
    `${'a'.repeat(64)}%00`,
  ]) {
    expect([id, (await by(mei).get(id)).status]).toEqual([id, 404])
    expect([id, (await by(mei).put(newDoc(), bytes, id)).status]).toEqual([id, 404])
  }
  for (const doc of ['', 'brief-x', '../x', 'nokind-0000000000000000000000000x'])
    expect((await by(mei).put(doc, bytes)).status, doc).toBeGreaterThanOrEqual(400)
  expect((await by(mei).get(idOf(bytes))).status).toBe(404)
  expect(partsLeft()).toEqual([])
})

test('a file that is already here is attached only by who may read it, or sends its bytes', async () => {
  const bytes = newBytes()
  const id = idOf(bytes)
  const doc = docNameSchema.parse(newDoc())
  await by(mei).put(doc, bytes)
  expect((await by(lin).attach(newDoc(), id)).status).toBe(204)
  const theirs = docNameSchema.parse(newDoc())
  const guest = await acting.guest([topicOf(theirs)], 'edit')
  // Knowing the id is no right, and the answer is that of a file nobody has.
  expect((await by(guest).attach(theirs, id)).status).toBe(202)
  expect((await by(guest).attach(theirs, idOf(newBytes()))).status).toBe(202)
  expect((await by(guest).get(id)).status).toBe(404)
  // Who waits for a file asks quietly: still one answer for both.
  expect((await by(guest).get(`${id}?quiet`)).status).toBe(204)
  expect((await by(guest).get(`${idOf(newBytes())}?quiet`)).status).toBe(204)
  expect((await by(guest).put(theirs, bytes)).status).toBe(204)
  expect((await by(guest).get(id)).status).toBe(200)
})

test('a guest reads the files of what was shared with them, writes only with the right to, and nothing after its end', async () => {
  const doc = docNameSchema.parse(newDoc())
  const [shown, other] = [newBytes(), newBytes()]
  await by(mei).put(doc, shown)
  await by(mei).put(newDoc(), other)
  const guest = await acting.guest([topicOf(doc)], 'view')
  expect((await by(guest).get(idOf(shown))).status).toBe(200)
  expect((await by(guest).get(idOf(other))).status).toBe(404)
  expect((await by(guest).put(doc, newBytes())).status).toBe(403)
  expect((await by(guest).put(newDoc(), newBytes())).status).toBe(403)
  await acting.endGrant(guest.welcome.member, topicOf(doc))
  expect((await by(guest).get(idOf(shown))).status).toBe(404)
})

test('nobody without a session, with a wrong one, or revoked gets or sends anything', async () => {
  const bytes = newBytes()
  await by(mei).put(newDoc(), bytes)
  const nobody = fileCalls(() => running.address, {
    welcome: { ...mei.welcome, token: 'x'.repeat(43) },
  })
  for (const answer of [
    await nobody.get(idOf(bytes)),
    await nobody.put(newDoc(), bytes),
    await nobody.attach(newDoc(), idOf(bytes)),
    await fetch(`${running.address}/api/files/${idOf(bytes)}`),
  ])
    expect(answer.status).toBe(401)
  const gone = await running.device()
  await acting.remove(gone.welcome.member)
  expect((await by(gone).get(idOf(bytes))).status).toBe(401)
  expect((await by(gone).put(newDoc(), bytes)).status).toBe(401)
})

test('a page of another address gets nothing', async () => {
  const answer = await fetch(`${running.address}/api/files/${'a'.repeat(64)}`, {
    headers: { authorization: `Bearer ${mei.welcome.token}`, origin: 'https://elsewhere.example' },
  })
  expect(answer.status).toBe(403)
})

test('who loses the right while the bytes come has sent for nothing', async () => {
  const doc = docNameSchema.parse(newDoc())
  const guest = await acting.guest([topicOf(doc)], 'edit')
  const bytes = newBytes()
  const put = slowPut(running.address, guest, `${idOf(bytes)}?doc=${doc}`)
  put.write(bytes.subarray(0, 500))
  await expect.poll(partsLeft).toHaveLength(1)
  await acting.endGrant(guest.welcome.member, topicOf(doc))
  put.end(bytes.subarray(500))
  expect(await put.answered).toBe(403)
  expect((await by(mei).get(idOf(bytes))).status).toBe(404)
})

test('another workspace of the same relay neither reads a file nor attaches to a document of ours', async () => {
  const doc = newDoc()
  const bytes = newBytes()
  await by(mei).put(doc, bytes)
  await mei.push(doc, type(new Y.Doc(), 'ours'))
  const { link } = (await (await asOperator('/admin/owner-link', {})).json()) as { link: string }
  const [, secret = ''] = new URL(link).hash.slice(1).split('.')
  const key = await newKey()
  await askToJoin(running.address, key, { id: 'owner', secret }, 'Stranger', 'Elsewhere')
  const stranger = await signIn(running.address, key)
  expect((await by(stranger).get(idOf(bytes))).status).toBe(404)
  expect((await by(stranger).attach(newDoc(), idOf(bytes))).status).toBe(202)
  expect((await by(stranger).put(doc, newBytes())).status).toBe(403)
  expect((await by(stranger).put(newDoc(), newBytes())).status).toBe(204)
})

test('a file at the limit is taken; a larger one is refused by its length, or once too much came', async () => {
  const most = Buffer.alloc(limits.fileBytes, newBytes(64))
  expect((await by(mei).put(newDoc(), most)).status).toBe(204)
  expect((await by(lin).get(idOf(most))).headers.get('content-length')).toBe(
    String(limits.fileBytes),
  )
  const more = Buffer.alloc(limits.fileBytes + 1, newBytes(64))
  expect(await codeOf(await by(mei).put(newDoc(), more))).toBe('too-large')
  const unsaid = slowPut(running.address, mei, `${idOf(more)}?doc=${newDoc()}`)
  unsaid.end(more)
  expect(await unsaid.answered).toBe(413)
  expect(partsLeft()).toEqual([])
  expect((await by(mei).put(newDoc(), newBytes())).status).toBe(204)
})

test('a body that is cut off, or shorter than it said, leaves nothing', async () => {
  const bytes = newBytes()
  const path = `${idOf(bytes)}?doc=${newDoc()}`
  const cut = slowPut(running.address, mei, path)
  cut.write(bytes.subarray(0, 999))
  await expect.poll(partsLeft).toHaveLength(1)
  cut.abort()
  expect(await cut.answered).toBe('cut')
  await expect.poll(partsLeft).toEqual([])
  const short = slowPut(running.address, mei, path, { 'content-length': '2000' })
  short.write(bytes)
  await expect.poll(partsLeft).toHaveLength(1)
  short.abort()
  await expect.poll(partsLeft).toEqual([])
  // One byte less than was sent: what came is not the file.
  const less = slowPut(running.address, mei, path, { 'content-length': '999' })
  less.end(bytes.subarray(0, 999))
  expect(await less.answered).toBe(400)
  expect((await by(mei).get(idOf(bytes))).status).toBe(404)
})

test('two who send the same at once are both answered, and it is served whole', async () => {
  const bytes = newBytes(200_000)
  const answers = await Promise.all([mei, lin, mei].map((one) => by(one).put(newDoc(), bytes)))
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204])
  expect(Buffer.from(await (await by(lin).get(idOf(bytes))).arrayBuffer()).equals(bytes)).toBe(true)
})

test('who sends nothing for a while is cut off', async () => {
  const idle = limits.fileIdleMs
  vi.spyOn(limits as { fileIdleMs: number }, 'fileIdleMs', 'get').mockReturnValue(50)
  const put = slowPut(running.address, mei, `${'a'.repeat(64)}?doc=${newDoc()}`)
  put.write(newBytes())
  expect(await put.answered).toBe('cut')
  vi.restoreAllMocks()
  expect(limits.fileIdleMs).toBe(idle)
  await expect.poll(partsLeft).toEqual([])
})

test('one member sends so many files at once and in a minute, reads so many, and others go on', async () => {
  const busy = await running.device()
  const open = Array.from({ length: limits.filePutsAtOnce }, () =>
    slowPut(running.address, busy, `${'b'.repeat(64)}?doc=${newDoc()}`),
  )
  for (const put of open) put.write(newBytes())
  await expect.poll(partsLeft).toHaveLength(limits.filePutsAtOnce)
  const bytes = newBytes()
  expect((await by(busy).put(newDoc(), bytes)).status).toBe(429)
  for (const put of open) put.abort()
  await expect.poll(partsLeft).toEqual([])
  const counted = limits.filePutsAtOnce + 1
  for (let n = counted; n < limits.filePutsPerMemberPerMinute; n += 1)
    if ((await by(busy).put(newDoc(), bytes)).status !== 204) throw new Error(`put ${n}`)
  const refused = await by(busy).put(newDoc(), bytes)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
  for (let n = 0; n < limits.fileReadsPerMemberPerMinute; n += 1) {
    const answer = await by(busy).get(idOf(bytes))
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`read ${n}: ${answer.status}`)
  }
  expect((await by(busy).get(idOf(bytes))).status).toBe(429)
  expect((await by(mei).get(idOf(bytes))).status).toBe(200)
  now += 60_000
  expect((await by(busy).put(newDoc(), bytes)).status).toBe(204)
})

test('health says when files cannot be stored, and sending says busy; metrics count both ways', async () => {
  const folder = join(running.dataDir, 'files', 'part')
  rmSync(folder, { recursive: true })
  writeFileSync(folder, 'a file in its place')
  const health = await fetch(`${running.address}/healthz`)
  expect([health.status, await health.json()]).toMatchObject([
    503,
    { ok: false, commits: 'ok', files: 'failing' },
  ])
  expect((await by(mei).put(newDoc(), newBytes())).status).toBe(503)
  expect(await (await fetch(`${running.address}/metrics`)).text()).toContain(
    'asterism_files_healthy 0',
  )
  rmSync(folder)
  expect((await by(mei).put(newDoc(), newBytes())).status).toBe(204)
  expect(await (await fetch(`${running.address}/healthz`)).json()).toMatchObject({
    ok: true,
    files: 'ok',
  })
  expect(await (await fetch(`${running.address}/metrics`)).text()).toMatch(
    /asterism_files_total\{did="put"\} \d\d/,
  )
})

function asOperator(path: string, body: unknown): Promise<Response> {
  const { adminUrl, secret } = JSON.parse(
    readFileSync(join(running.dataDir, 'relay.json'), 'utf8'),
  ) as { adminUrl: string; secret: string }
  return post(adminUrl, path, body, secret)
}

test('a restored relay serves the files it has, answers for the others as for none, and takes them again', async () => {
  const doc = newDoc()
  const [kept, lost, later] = [newBytes(), newBytes(), newBytes()]
  await by(mei).put(doc, kept)
  await by(mei).put(doc, lost)
  const backup = join(running.dataDir, 'kept-elsewhere', 'backup.sqlite')
  mkdirSync(join(running.dataDir, 'kept-elsewhere'))
  const written = writeBackup(running.dataDir, backup)
  expect(written).toMatchObject({ ok: true, value: { missing: [] } })
  await by(mei).put(doc, later)
  // The disk was lost, and one file of the backup with it.
  rmSync(join(running.dataDir, 'files'), { recursive: true })
  rmSync(
    join(running.dataDir, 'kept-elsewhere', 'asterism-files', idOf(lost).slice(0, 2), idOf(lost)),
  )
  const restored = await asOperator('/admin/restore', { file: backup })
  expect(await restored.json()).toMatchObject({ missing: [idOf(lost)] })
  const again = await signIn(running.address, mei.key, 1_000)
  expect((await by(again).get(idOf(kept))).status).toBe(200)
  for (const bytes of [lost, later]) {
    expect((await by(again).get(idOf(bytes))).status).toBe(404)
    expect((await by(again).attach(doc, idOf(bytes))).status).toBe(202)
    expect((await by(again).put(doc, bytes)).status).toBe(204)
    expect((await by(again).get(idOf(bytes))).status).toBe(200)
  }
})
