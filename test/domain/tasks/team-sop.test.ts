/** Versions of the team's own SOP: their text and name, what a lead changes, and what does not hold. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deliverables } from '#shared/domain/choices/deliverables.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import {
  addStage,
  changeChecks,
  halfOf,
  moveStage,
  removeStage,
  renameStage,
  setHours,
  setOwner,
} from '#shared/domain/tasks/edit-sop.ts'
import { judgeSop } from '#shared/domain/tasks/judge-sop.ts'
import {
  readSopText,
  sopIdOf,
  writeSopText,
  type SopContent,
} from '#shared/domain/tasks/sop-text.ts'
import { ownerOf, pathNames, stageById, stagesOf } from '#shared/domain/tasks/sop.ts'
import { idPattern, type WorkspaceId } from '#shared/lib/ids.ts'
import { createRandom, type Random } from '#shared/lib/random.ts'

const here = 'w'.repeat(26) as WorkspaceId
const there = 'x'.repeat(26) as WorkspaceId
const codes = (sop: SopContent): readonly string[] => judgeSop(sop).map(({ code }) => code)
const sopIn = (text: string) => {
  const read = readSopText(text)
  if (read.kind !== 'sop') throw new Error(read.kind)
  return read.sop
}

test('a version is named by its text: the same content is the same version, in one workspace', () => {
  const text = writeSopText(defaultSop, here)
  expect(sopIdOf(text)).toMatch(idPattern)
  expect(writeSopText(sopIn(text), here)).toBe(text)
  expect(writeSopText(defaultSop, there)).not.toBe(text)
  const slower = setHours(defaultSop, 'draft', 'bullets', 5)
  expect(sopIdOf(writeSopText(slower, here))).not.toBe(sopIdOf(text))
  // Set there and back again is no other version.
  expect(writeSopText(setHours(slower, 'draft', 'bullets', 4), here)).toBe(text)
})

test('a task walks the same way under a version as under what it was written from', () => {
  const sop = sopIn(writeSopText(defaultSop, here))
  for (const { id } of deliverables)
    for (const path of pathNames)
      for (const translates of [true, false]) {
        const way = { path, translates, deliverable: id }
        expect(stagesOf(sop, way)).toEqual(stagesOf(defaultSop, way))
      }
})

test('text of a newer app is said to be newer, and what is no version is none, never a fault', () => {
  const text = writeSopText(defaultSop, here)
  expect(readSopText(text.replace('"v":1', '"v":2')).kind).toBe('newer')
  expect(readSopText('{"v":7,"anything":true}').kind).toBe('newer')
  for (const odd of ['', '{', 'null', '[]', '{"v":0}', '{"v":1}', text.replace('"quality"', '"x"')])
    expect(readSopText(odd).kind, odd.slice(0, 20)).toBe('unreadable')
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readSopText(JSON.stringify(value)).kind).not.toBe('sop')
    }),
  )
})

test('the shipped version holds; each thing left empty or out of reach is named with its stage', () => {
  expect(judgeSop(defaultSop)).toEqual([])
  expect(judgeSop(renameStage(defaultSop, 'draft', '  '))).toContainEqual({
    code: 'no-name',
    stage: 'draft',
  })
  expect(codes(renameStage(defaultSop, 'draft', '策划'))).toContain('same-name')
  const empty = changeChecks(defaultSop, 'draft', 'exit', () => [{ id: 'one', zh: '', en: '' }])
  expect(judgeSop(empty)).toEqual([{ code: 'empty-check', stage: 'draft' }])
  const unreached = deliverables.reduce<SopContent>(
    (sop, { id }) => setHours(sop, 'compliance', id, 0),
    defaultSop,
  )
  expect(judgeSop(unreached)).toEqual([{ code: 'unreachable', stage: 'compliance' }])
  // On no path at all.
  const { paths } = defaultSop
  const lost = { ...defaultSop, paths: { ...paths, whole: paths.whole.slice(1) } }
  expect(codes({ ...lost, paths: { ...lost.paths, master: paths.master.slice(1) } })).toEqual([
    'unreachable',
  ])
  expect(codes({ ...defaultSop, passedAfter: 'compliance' })).toEqual(['broken-path'])
  const none = halfOf(defaultSop, 'master').reduce<SopContent>(removeStage, defaultSop)
  expect(judgeSop(none)).toContainEqual({ code: 'no-stages', half: 'master' })
})

test('a stage that is added, moved or removed changes both ways it stands on, and what begins when', () => {
  const added = addStage(defaultSop, 'master', {
    ...{ id: 'legal-review', name: '法务审', owner: 'legal' },
  })
  expect(judgeSop(added)).toEqual([])
  expect(halfOf(added, 'master')).toEqual(['planning', 'draft', 'cross-review', 'legal-review'])
  expect(added.passedAfter).toBe('legal-review')
  expect(added.paths.whole.slice(0, 5)).toContain('legal-review')
  const first = moveStage(added, 'legal-review', 'planning')
  expect(stageById(first, 'legal-review')?.activation).toBe('created')
  expect(stageById(first, 'planning')?.activation).toBe('previous')
  expect(first.passedAfter).toBe('cross-review')
  const gone = removeStage(first, 'legal-review')
  expect(writeSopText(gone, here)).toBe(writeSopText(defaultSop, here))
  // Nothing translates any more, and a translated task still finds its way.
  const plain = removeStage(defaultSop, 'localisation')
  expect(judgeSop(plain)).toEqual([])
  expect(stagesOf({ ...plain, id: 'x' }, { ...wayOf, path: 'adaptation' })[0]).toBe('compliance')
})

const wayOf = { path: 'whole', translates: true, deliverable: 'bullets' } as const

test('who does a stage is said for one kind of asset and stays for the others', () => {
  const sop = setOwner(defaultSop, 'cross-review', 'video', 'lead')
  const stage = stageById(sop, 'cross-review')
  if (stage === null) throw new Error('the stage is gone')
  expect([ownerOf(stage, 'video'), ownerOf(stage, 'copy')]).toEqual(['lead', 'operations'])
  expect(stageById(setOwner(sop, 'cross-review', 'video', 'operations'), 'cross-review')).toEqual(
    stageById(defaultSop, 'cross-review'),
  )
})

test('whatever a lead does with stages, a version that holds is read back as it was and leaves every task a way', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 25 }), (seed, acts) => {
      const random = createRandom(seed)
      let sop: SopContent = defaultSop
      for (let n = 0; n < acts; n += 1) sop = someAct(sop, random, n)
      if (judgeSop(sop).length > 0) return
      const text = writeSopText(sop, here)
      const read = sopIn(text)
      expect(writeSopText(read, here)).toBe(text)
      expect(judgeSop(read)).toEqual([])
      for (const path of pathNames) {
        expect(new Set(read.paths[path]).size).toBe(read.paths[path].length)
        expect(read.paths[path].every((id) => stageById(read, id) !== null)).toBe(true)
        expect(stageById(read, read.paths[path].at(-1) ?? '')?.owner).toBeNull()
      }
      expect(read.paths.whole).toContain(read.passedAfter)
    }),
    { numRuns: 500 },
  )
})

function someAct(sop: SopContent, random: Random, n: number): SopContent {
  const half = random.pick(['master', 'adaptation'] as const)
  const ids = halfOf(sop, half)
  const id = ids.length === 0 ? 'draft' : random.pick(ids)
  const act = random.int(6)
  if (act === 0) {
    const letters = `${'abcdefghij'.charAt(n % 10)}${'abcdefghij'.charAt(Math.floor(n / 10))}`
    return addStage(sop, half, { id: `stage-${letters}`, name: `环节 ${letters}`, owner: 'legal' })
  }
  if (act === 1) return removeStage(sop, id)
  if (act === 2) return moveStage(sop, id, random.pick([null, ...ids]))
  if (act === 3) return setHours(sop, id, random.pick(deliverables).id, random.int(9))
  if (act === 4) return setOwner(sop, id, 'image', random.pick(['lead', 'quality'] as const))
  return changeChecks(sop, id, 'exit', (checks) => checks.slice(1))
}
