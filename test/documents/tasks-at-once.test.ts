/** Three people who change the same five hundred tasks apart, in any order: the same for everybody, nothing lost, nothing twice. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readTaskLog } from '#shared/records/task-log.ts'
import { assignTask, setTaskDay, tagTask } from '#shared/documents/commands/tasks.ts'
import { readTask } from '#shared/documents/readers/read-task.ts'
import type { FlowRecord } from '#shared/records/brief-flow.ts'
import type { Tag } from '#shared/domain/tasks/tags.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import { createRandom } from '#shared/lib/random.ts'
import { replicas, sync } from './replicas.ts'

const people = ['m', 'n', 'p'].map((letter) => letter.repeat(26) as MemberId)
const tags: readonly Tag[] = ['scene.home', 'scene.kitchen', 'hook.test', 'ai.none']
const days = ['2026-12-01', '2026-12-02', null]
const count = 500

interface Device {
  readonly docs: readonly Y.Doc[]
  readonly records: FlowRecord[][]
}

for (const seed of [1, 2, 3, 4])
  test(`three people change the same ${count} tasks apart and meet in any order (seed ${seed})`, () => {
    const random = createRandom(seed)
    const pick = <T>(from: readonly T[]): T => from[random.int(from.length)] as T
    const rows = Array.from({ length: count }, (_, at) => replicas(3, seed * 1_000 + at))
    const devices = people.map((_, who): Device => ({
      docs: rows.map((row) => row[who] ?? new Y.Doc()),
      records: rows.map(() => []),
    }))
    const put = new Set<string>()
    for (let act = 0; act < 9; act += 1) {
      const who = random.int(people.length)
      const device = devices[who]
      if (device === undefined) throw new Error('three devices')
      const [to, tag, day, kind] = [pick(people), pick(tags), pick(days), random.int(3)]
      device.docs.forEach((doc, at) => {
        let isChanged = false
        doc.once('update', () => (isChanged = true))
        if (kind === 0) assignTask(doc, 'draft', to)
        else if (kind === 1) tagTask(doc, tag, true)
        else setTaskDay(doc, day)
        if (kind === 1) put.add(tag)
        // As the app does: what changed nothing is not logged.
        if (kind === 0 && isChanged) device.records[at]?.push(handOver(act, who, at, to))
      })
    }
    const met = [...devices].sort(() => random.next() - 0.5)
    rows.forEach((row, at) => {
      sync(...row)
      const [first, ...others] = row.map(readTask)
      for (const other of others) expect(other).toEqual(first)
      expect(new Set(first?.tags)).toEqual(put)
      const all = met.flatMap(({ records }) => records[at] ?? [])
      const log = (some: readonly FlowRecord[]) =>
        readTaskLog(some, ['draft', 'handed-off']).entries.map(({ id }) => id)
      expect(log(all)).toEqual(log([...all].reverse()))
      expect(new Set(log(all)).size).toBe(all.length)
    })
  })

const handOver = (act: number, who: number, at: number, to: MemberId): FlowRecord =>
  ({
    id: `${act}${who}${at}`.padStart(26, '0'),
    fact: {
      ...{ kind: 'task', outcome: 'handed-over', member: people[who], device: `${who}`, at: act },
      ...{ reason: '', body: { step: 'draft', to, knows: [], place: act + 1 } },
    },
    receipt: null,
    standing: 'counts',
  }) as unknown as FlowRecord
