import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeBackup } from '#server/log/backup-file.ts'
import { closeDatabase, openDatabase } from '#server/log/sqlite-file.ts'
import { readEnvironment } from '#server/environment.ts'
import { startRelay } from '#server/start-relay.ts'
import type { AppEnv } from '#server/http/deps.ts'
import { staticFiles } from '#server/http/static-files.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { limits } from '#shared/protocol/limits.ts'
import { post, signIn } from '../relay/device.ts'
import { type } from '../relay/frames.ts'
import { newDoc, runRelay, type RunningRelay } from '../relay/running-relay.ts'

let running: RunningRelay
beforeAll(async () => {
  running = await runRelay()
})
afterAll(() => running.stop())

test('health and metrics answer', async () => {
  expect(await (await fetch(`${running.address}/healthz`)).json()).toMatchObject({ ok: true })
  const metrics = await (await fetch(`${running.address}/metrics`)).text()
  expect(metrics).toContain('asterism_healthy 1')
  expect(metrics).toContain('asterism_rows_total')
})

test.skipIf(process.platform === 'win32')(
  'what the relay keeps, and a backup of it, can be read by its user only',
  async () => {
    const dataDir = join(running.dataDir, 'made', 'by-the-relay')
    const relay = await startRelay(
      readEnvironment({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
    )
    expect(writeBackup(dataDir, join(dataDir, 'copy')).ok).toBe(true)
    const modes = readdirSync(dataDir).map((name) => [
      name,
      statSync(join(dataDir, name)).mode & 0o777,
    ])
    expect(Object.fromEntries(modes)).toEqual({
      'asterism.sqlite': 0o600,
      'asterism.sqlite-wal': 0o600,
      'asterism.sqlite-shm': 0o600,
      'relay.json': 0o600,
      copy: 0o600,
    })
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    // One made by an earlier version, or copied by hand.
    await relay.close()
    const file = join(dataDir, 'asterism.sqlite')
    chmodSync(file, 0o644)
    closeDatabase(openDatabase(file))
    expect(statSync(file).mode & 0o777).toBe(0o600)
  },
)

test('a body beyond the limit is refused, one at it is read', async () => {
  const body = (size: number): string => `"${'x'.repeat(size - 2)}"`
  const send = (size: number): Promise<Response> =>
    fetch(`${running.address}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: body(size),
    })
  expect((await send(limits.httpBodyBytes + 1)).status).toBe(413)
  expect(await (await send(limits.httpBodyBytes)).json()).toMatchObject({ code: 'malformed' })
})

test('a restore while running: sockets are closed for later, the backup’s rows are there, the epoch is new', async () => {
  const mei = await running.device()
  const doc = newDoc()
  const writing = new Y.Doc()
  await mei.push(doc, type(writing, 'kept'))
  const backup = join(running.dataDir, 'backup.sqlite')
  expect(writeBackup(running.dataDir, backup).ok).toBe(true)
  const later = type(writing, ' lost')
  await mei.push(doc, later)
  const { adminUrl, secret } = JSON.parse(
    readFileSync(join(running.dataDir, 'relay.json'), 'utf8'),
  ) as { adminUrl: string; secret: string }
  expect((await post(adminUrl, '/admin/restore', { file: backup }, 'x'.repeat(43))).status).toBe(
    404,
  )
  expect((await post(adminUrl, '/admin/restore', { file: `${backup}-none` }, secret)).status).toBe(
    409,
  )
  const restored = await post(adminUrl, '/admin/restore', { file: backup }, secret)
  expect(await restored.json()).toMatchObject({ documents: 1 })
  expect((await mei.closed).code).toBe(closeCodes['restoring'])
  const again = await signIn(running.address, mei.key, 10)
  expect(again.welcome.epoch).not.toBe(mei.welcome.epoch)
  const colleague = await signIn(running.address, running.owner)
  expect((await colleague.open(doc, 1)).seq).toBe(1)
  // Recovering: a colleague may bring what the device had written and the relay lost.
  expect(await colleague.push(doc, later)).toEqual({ n: 1, seq: 2 })
})

test('files of the app are kept for ever or asked for again, other paths are its screens, nothing climbs out', async () => {
  const dir = join(running.dataDir, 'client')
  mkdirSync(join(dir, 'assets'), { recursive: true })
  writeFileSync(join(dir, 'index.html'), '<h1>app</h1>')
  writeFileSync(join(dir, 'assets/a-1.js'), 'export {}')
  writeFileSync(join(running.dataDir, 'secret.txt'), 'secret')
  const app = new Hono<AppEnv>().route('/', staticFiles(dir))
  const get = (path: string): Promise<Response> =>
    Promise.resolve(app.request(path, undefined, { incoming: { url: path } }))
  expect((await get('/assets/a-1.js')).headers.get('cache-control')).toContain('immutable')
  expect((await get('/assets/gone.js')).status).toBe(404)
  const screen = await get('/briefs/brief-1')
  expect([screen.status, await screen.text(), screen.headers.get('cache-control')]).toEqual([
    200,
    '<h1>app</h1>',
    'no-cache',
  ])
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/%00',
  ]) {
    expect(await (await get(path)).text(), path).not.toContain('secret')
  }
  const raw = await new Promise<string>((resolve) => {
    request(`${running.address}`, { path: '/../../../../etc/passwd' }, (answer) => {
      let body = ''
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()))
      answer.on('end', () => resolve(body))
    }).end()
  })
  expect(raw).not.toContain('root:')
})
