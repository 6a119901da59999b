import { expect, test } from 'vitest'
import { functionById, offeredFunctions, workFunctions } from '#shared/domain/people/functions.ts'
import { memberFunctions } from '#shared/lib/access.ts'

test('every function a member may have stands once, with words in both languages', () => {
  expect(workFunctions.map(({ id }) => id)).toEqual(memberFunctions)
  for (const { id, zh, en } of workFunctions) {
    expect(zh, id).toMatch(/\p{Script=Han}/u)
    expect(en, id).toMatch(/^[A-Z][a-z ]+$/)
  }
})

test('lead and owner are said by access and not asked for a second time', () => {
  expect(offeredFunctions.map(({ id }) => id)).toEqual(memberFunctions.slice(0, 8))
})

test('a function nobody knows is null, not an error', () => {
  expect(functionById('astronaut')).toBeNull()
  expect(functionById('legal')?.zh).toBe('法务')
})
