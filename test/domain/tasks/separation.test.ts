/** Who may review what, by the rule of the version a task began under. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { dutiesIn, type DoneEntry } from '#shared/domain/tasks/separation.ts'
import { doingOf, dutyRules, stageById, type DutyRule, type Sop } from '#shared/domain/tasks/sop.ts'
import type { MemberId } from '#shared/lib/ids.ts'

const [anna, bo, chen] = ['anna', 'bo', 'chen'] as MemberId[] as [MemberId, MemberId, MemberId]
const under = (duties: DutyRule): Sop => ({ ...defaultSop, duties })
let n = 0
const did = (by: MemberId, outcome: string, step: string): DoneEntry => ({
  ...{ id: `entry-${(n += 1)}`, by, outcome, step },
})
const drafted = [did(anna, 'forward', 'planning'), did(bo, 'started', 'draft')]
const made = [...drafted, did(bo, 'submitted', 'draft'), did(bo, 'forward', 'draft')]

test('of the shipped version planning plans, drafts and translations make, and three stages review', () => {
  const doings = defaultSop.stages
    .filter(({ owner }) => owner !== null)
    .map((stage) => [stage.id, doingOf(defaultSop, stage)])
  expect(Object.fromEntries(doings)).toEqual({
    ...{ planning: 'plans', draft: 'makes', 'cross-review': 'reviews', localisation: 'makes' },
    ...{ compliance: 'reviews', 'platform-adaptation': 'makes', 'final-review': 'reviews' },
  })
})

test('whoever made it does not review it under small or strict, and may under solo; whoever planned it may', () => {
  expect(dutiesIn(under('solo'), made).why('cross-review', bo)).toBeNull()
  for (const rule of ['small', 'strict'] as const) {
    const duties = dutiesIn(under(rule), made)
    expect(duties.why('cross-review', bo)).toBe('made')
    expect(duties.why('cross-review', anna)).toBeNull()
    // It is their own to make again.
    expect(duties.why('draft', bo)).toBeNull()
  }
})

test('strict asks somebody else for each review of a round; sent back, a new round begins and makers stay makers', () => {
  const reviewed = [...made, did(anna, 'forward', 'cross-review')]
  expect(dutiesIn(under('strict'), reviewed).why('compliance', anna)).toBe('reviewed')
  expect(dutiesIn(under('small'), reviewed).why('compliance', anna)).toBeNull()
  const back = [...reviewed, did(chen, 'back', 'compliance'), did(chen, 'forward', 'draft')]
  const duties = dutiesIn(under('strict'), back)
  expect(duties.why('compliance', anna)).toBeNull()
  expect([...duties.makers]).toEqual([bo, chen])
  expect(duties.why('cross-review', chen)).toBe('made')
})

test('who did it is whoever last began or handed it in, not who moved it on for them', () => {
  const moved = [...drafted, did(anna, 'forward', 'draft')]
  expect([...dutiesIn(under('small'), moved).makers]).toEqual([bo])
})

test('passing one’s own work is marked under every rule, also where it got past the gate', () => {
  const own = did(bo, 'forward', 'cross-review')
  for (const rule of dutyRules)
    expect([...dutiesIn(under(rule), [...made, own]).same]).toEqual([own.id])
  expect(dutiesIn(under('solo'), [...made, did(anna, 'forward', 'cross-review')]).same.size).toBe(0)
})

test('whatever happened, solo stops nobody, strict stops whoever small stops, and nobody is stopped who did nothing', () => {
  const people = [anna, bo, chen]
  const stages = defaultSop.stages.map(({ id }) => id)
  const entry = fc.record({
    id: fc.uuid(),
    outcome: fc.constantFrom('started', 'submitted', 'forward', 'back', 'waiting'),
    by: fc.constantFrom(...people),
    step: fc.constantFrom(...stages),
  })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
      const [solo, small, strict] = dutyRules.map((rule) => dutiesIn(under(rule), entries))
      for (const step of stages)
        for (const who of people) {
          expect(solo?.why(step, who)).toBeNull()
          if (small?.why(step, who) === 'made') expect(strict?.why(step, who)).toBe('made')
          const isIdle = entries.every(({ by }) => by !== who)
          if (isIdle) expect(strict?.why(step, who)).toBeNull()
          if (strict?.why(step, who)) {
            const stage = stageById(defaultSop, step)
            expect(stage && doingOf(defaultSop, stage)).toBe('reviews')
          }
        }
    }),
  )
})
