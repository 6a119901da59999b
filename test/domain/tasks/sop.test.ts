/** The SOP that comes with the app. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { deliverables } from '#shared/domain/choices/deliverables.ts'
import { causes } from '#shared/domain/tasks/causes.ts'
import { causeIds } from '#shared/lib/causes.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { gateOf } from '#shared/domain/tasks/gate.ts'
import { pathNames, stageById, stagesOf } from '#shared/domain/tasks/sop.ts'
import { tickOf } from '#shared/domain/tasks/task.ts'

test('the shipped version never changes: a better one is a version of its own', () => {
  const hash = createHash('sha256').update(JSON.stringify(defaultSop)).digest('hex').slice(0, 16)
  expect(hash).toBe('28a2542f2816ab80')
  expect(defaultSop.id).toBe('default-1')
})

test('every path is made of stages there are, and every stage is on a path', () => {
  const walked = new Set(pathNames.flatMap((path) => defaultSop.paths[path]))
  expect([...walked].sort()).toEqual(defaultSop.stages.map(({ id }) => id).sort())
  for (const { id, owner } of defaultSop.stages) {
    const isEnd = pathNames.some((path) => defaultSop.paths[path].at(-1) === id)
    // Nobody works in a state that is arrived at.
    expect(owner === null, id).toBe(isEnd)
  }
})

test('each deliverable has its times, and one without a time for a stage does not walk it', () => {
  for (const { id } of deliverables) {
    expect(defaultSop.hours[id], id).toBeDefined()
    const ways = pathNames.map((path) =>
      stagesOf(defaultSop, { path, translates: true, deliverable: id }),
    )
    for (const way of ways) expect(way.length, id).toBeGreaterThan(2)
  }
  const way = (path: 'master' | 'adaptation' | 'whole', deliverable: string, translates = true) =>
    stagesOf(defaultSop, { path, translates, deliverable })
  expect(way('master', 'bullets')).toEqual(['planning', 'draft', 'cross-review', 'passed'])
  expect(way('adaptation', 'bullets')[0]).toBe('localisation')
  expect(way('adaptation', 'bullets', false)[0]).toBe('compliance')
  expect(way('adaptation', 'main-image')[0]).toBe('compliance')
  expect(way('whole', 'short-video', false)).not.toContain('localisation')
  expect(way('whole', 'subtitles')[0]).toBe('draft')
})

test('a gate says exactly what is missing, asks a script of videos alone, and says what the app cannot look at yet', () => {
  const planning = stageById(defaultSop, 'planning')
  const review = stageById(defaultSop, 'cross-review')
  if (planning === null || review === null) throw new Error('stages are missing')
  const ids = (checks: readonly { readonly id: string }[]) => checks.map(({ id }) => id)
  expect(ids(gateOf(planning, 'image', new Set(), 0).missing)).toEqual([
    'competitor-research',
    'slot-plan',
  ])
  expect(ids(gateOf(planning, 'video', new Set(), 0).missing)).toContain('timed-script')
  const ticked = new Set([tickOf('planning', 'slot-plan', 0)])
  expect(ids(gateOf(planning, 'image', ticked, 0).missing)).toEqual(['competitor-research'])
  // What was ticked before it was sent back does not stand for the next version.
  expect(gateOf(planning, 'image', ticked, 1).missing).toHaveLength(2)
  expect(ids(gateOf(review, 'image', new Set(), 0).later)).toEqual(['other-person', 'checks-clean'])
})

test('the reasons for rework are the one list, each once', () => {
  expect(causes.map(({ id }) => id)).toEqual([...causeIds])
})
