/** What a task says to whoever may not review it, and whom it names instead. */
import { expect, test } from 'vitest'
import { sayDuties } from '#client/features/tasks/task/say-duties.ts'
import { dutyWords } from '#client/features/tasks/task/duty-words.ts'
import { setLanguage } from '#client/i18n/language.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import type { DutyRule } from '#shared/domain/tasks/sop.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'

const person = (member: string, functions: readonly string[]) =>
  ({ member: member as MemberId, name: member, functions }) as unknown as Person
const people = [person('Bo', ['designer']), person('Anna', ['operations']), person('Chen', [])]
const reviewing = (duties: DutyRule) =>
  ({
    sop: { ...defaultSop, duties },
    role: 'operations',
    log: {
      step: 'cross-review',
      entries: [{ id: 'one', outcome: 'forward', by: 'Bo', step: 'draft' }],
    },
  }) as unknown as ListedTask

test.each(['zh', 'en'] as const)('in %s it says why and who can, of the function first', (to) => {
  setLanguage(to)
  const words = dutyWords[to]
  const said = sayDuties(reviewing('small'), 'Bo', people) ?? ''
  expect(said.startsWith(words.made)).toBe(true)
  expect(said).toContain('Anna')
  expect(said).not.toContain('Chen')
  expect(sayDuties(reviewing('small'), 'Bo', people.slice(0, 1))).toContain(words.nobody)
  expect(sayDuties(reviewing('small'), 'Bo', [person('Bo', []), person('Chen', [])])).toContain(
    'Chen',
  )
})

test('nothing is said to anybody else, nor to anybody under solo, nor where the version is not here', () => {
  expect(sayDuties(reviewing('small'), 'Anna', people)).toBeNull()
  expect(sayDuties(reviewing('solo'), 'Bo', people)).toBeNull()
  expect(sayDuties({ ...reviewing('small'), sop: null }, 'Bo', people)).toBeNull()
})
