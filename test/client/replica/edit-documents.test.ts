/** Many documents changed by one act: all on the device and sent, or none; two people's acts on the same ones merge. */
import { expect, test, vi } from 'vitest'
import type { NewFact } from '#client/replica/kept-records.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import { documentNamed, topicOf } from '#shared/lib/document-kinds.ts'
import type { DocName, MemberId, Topic } from '#shared/lib/ids.ts'
import { readTaskLog } from '#shared/records/task-log.ts'
import { assignTask, setTaskDay, tagTask } from '#shared/documents/commands/tasks.ts'
import { readTask } from '#shared/documents/readers/read-task.ts'
import type { Tag } from '#shared/domain/tasks/tags.ts'
import { set, until } from './fake-device.ts'
import { clock, device, relay, useFakeWorld } from './fake-world.ts'

useFakeWorld()

type Copy = TypedReplica<{ text: string }>
const [lin, mei] = ['m'.repeat(26) as MemberId, 'n'.repeat(26) as MemberId]
const namesOf = (count: number): DocName[] =>
  Array.from({ length: count }, (_, at) =>
    documentNamed('task', `${at}`.padStart(26, '0') as Topic),
  )
const begin = (replica: Copy, names: readonly DocName[]) =>
  replica.makeDocuments(names.map((name) => ({ name, write: (doc) => set(doc, 'sku', 'MUG') })))
const isSafe = (replica: Copy): boolean => replica.status.overall().kind === 'safe'
const handedOver = (scope: DocName, to: MemberId): NewFact => ({
  ...{ kind: 'task', scope, subject: topicOf(scope), contentHash: null },
  ...{ outcome: 'handed-over', reason: '', body: { step: 'draft', to, knows: [], place: 1 } },
})

test('two people change the same sixty tasks offline: nothing of either is lost, and no record is there twice', async () => {
  const names = namesOf(60)
  const [one, other] = [(await device()).replica, (await device()).replica]
  await begin(one, names)
  await until(clock, () => isSafe(one), 'sent')
  await until(
    clock,
    () => other.index.list().filter(({ isHere }) => isHere).length === names.length,
    'all of them there',
    20_000,
  )
  relay.down = true
  relay.cutAll()
  const act = async (replica: Copy, to: MemberId, tag: Tag, day: string): Promise<void> => {
    const changed = await replica.editDocuments(
      names.map((name) => ({
        name,
        write(doc) {
          assignTask(doc, 'draft', to)
          tagTask(doc, tag, true)
          if (to === lin) setTaskDay(doc, day)
        },
      })),
    )
    expect(changed).toEqual({ ok: true, value: names })
    const made = await replica.records.makeMany(names.map((name) => handedOver(name, to)))
    expect(made).toMatchObject({ ok: true, value: { length: names.length } })
  }
  await act(one, lin, 'scene.home', '2026-12-10')
  await act(other, mei, 'hook.test', '2026-12-11')
  // The same once more changes nothing.
  const again = await one.editDocuments(
    names.map((name) => ({ name, write: (doc) => assignTask(doc, 'draft', lin) })),
  )
  expect(again).toEqual({ ok: true, value: [] })
  relay.down = false
  await until(clock, () => isSafe(one) && isSafe(other), 'both safe', 20_000)
  const tasks = async (replica: Copy) => replica.readDocuments(names, readTask)
  for (const name of names)
    for (const replica of [one, other]) {
      await until(
        clock,
        async () => (await replica.readDocuments([name], readTask)).get(name)?.tags.length === 2,
        'merged',
      )
      await until(clock, async () => (await replica.records.of(name)).length === 2, 'told')
    }
  const [here, there] = [await tasks(one), await tasks(other)]
  for (const name of names) {
    expect(here.get(name)).toEqual(there.get(name))
    expect(here.get(name)).toMatchObject({ tags: ['scene.home', 'hook.test'], dueOn: '2026-12-10' })
    expect([lin, mei]).toContain(here.get(name)?.owners['draft'])
  }
  const logs = async (replica: Copy) => {
    const all = await replica.records.ofKind('task')
    return names.map((name) =>
      readTaskLog(
        all.filter(({ fact }) => fact?.scope === name),
        ['draft', 'handed-off'],
      ).entries.map(({ id, whom }) => [id, whom]),
    )
  }
  for (const log of await logs(one)) expect(log).toHaveLength(2)
  expect(await logs(one)).toEqual(await logs(other))
}, 60_000)

test('on a full disk none of many changes is there, of documents or of records', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const names = namesOf(40)
  const { replica } = await device()
  await begin(replica, names)
  await until(clock, () => isSafe(replica), 'sent')
  const { add, put } = IDBObjectStore.prototype
  let left = 20
  const fill = (write: typeof add) =>
    function (this: IDBObjectStore, row: unknown, key?: IDBValidKey) {
      left -= 1
      if (left < 0) throw new DOMException('no space', 'QuotaExceededError')
      return key === undefined ? write.call(this, row) : write.call(this, row, key)
    }
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(fill(add))
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(fill(put))
  const tag = () =>
    replica.editDocuments(
      names.map((name) => ({ name, write: (doc) => tagTask(doc, 'scene.home', true) })),
    )
  expect(await tag()).toEqual({ ok: false, refusal: { code: 'not-stored' } })
  left = 20
  const facts = names.map((name) => handedOver(name, lin))
  expect(await replica.records.makeMany(facts)).toEqual({ ok: false, refusal: 'not-stored' })
  vi.restoreAllMocks()
  expect(
    [...(await replica.readDocuments(names, readTask)).values()].flatMap(({ tags }) => tags),
  ).toEqual([])
  expect(await replica.records.ofKind('task')).toEqual([])
  expect(await tag()).toMatchObject({ ok: true, value: names })
  expect(await replica.records.makeMany(facts)).toMatchObject({ ok: true })
})

test('one that is open takes the change up, with what was typed this moment; one that is not here stays untouched', async () => {
  const [name, elsewhere] = namesOf(2)
  if (name === undefined || elsewhere === undefined) throw new Error('two')
  const { replica } = await device()
  await begin(replica, [name])
  const open = replica.openDocument(name)
  await open.whenLoaded
  set(open.doc(), 'sku', 'MUG-2')
  const changed = await replica.editDocuments(
    [name, elsewhere].map((one) => ({ name: one, write: (doc) => tagTask(doc, 'ai.none', true) })),
  )
  expect(changed).toEqual({ ok: true, value: [name] })
  await until(clock, () => readTask(open.doc()).tags.length === 1, 'taken up')
  expect(readTask(open.doc())).toMatchObject({ sku: 'MUG-2', tags: ['ai.none'] })
  await open.close()
})
