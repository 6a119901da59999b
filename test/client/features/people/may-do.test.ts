/** What a screen offers is what the relay would take: every role looking at every other. */
import { expect, test } from 'vitest'
import { isOnlyOwner, mayDo } from '#client/features/people/may-do.ts'
import { memberIdSchema } from '#shared/protocol/names.ts'
import type { Person } from '#shared/protocol/control.ts'

const person = (letter: string, more: Partial<Person> = {}): Person => ({
  member: memberIdSchema.parse(letter.repeat(26)),
  name: letter,
  access: 'member',
  outside: false,
  functions: [],
  removed: false,
  devices: [],
  ...more,
})
const owner = person('a', { access: 'owner' })
const second = person('b', { access: 'owner' })
const lead = person('c', { access: 'lead' })
const peer = person('d', { access: 'lead' })
const member = person('e')
const viewer = person('f', { access: 'viewer' })
const outsider = person('g', { outside: true })
const guest = person('h', { access: 'guest', outside: true })
const gone = person('j', { access: 'owner', removed: true })
const all = [owner, second, lead, peer, member, viewer, outsider, guest, gone]

const places = (me: Person, of: Person, among = all): string[] =>
  mayDo(me, of, among).places.map(({ access, outside }) => `${access}${outside ? ' outside' : ''}`)

test('an owner puts anybody anywhere that is possible, and makes a guest a member', () => {
  const anywhere = ['owner', 'lead', 'member', 'member outside', 'viewer', 'viewer outside']
  for (const of of [second, lead, member, outsider, guest, owner])
    expect(places(owner, of)).toEqual(anywhere)
})

test('a lead gives everything below a lead to everybody below a lead', () => {
  const below = ['member', 'member outside', 'viewer', 'viewer outside']
  for (const of of [member, viewer, outsider, guest]) {
    expect(places(lead, of)).toEqual(below)
    expect(mayDo(lead, of, all)).toMatchObject({ functions: true, remove: true, devices: true })
  }
  for (const of of [owner, peer]) {
    expect(places(lead, of)).toEqual([])
    expect(mayDo(lead, of, all)).toMatchObject({ functions: false, remove: false, devices: false })
  }
})

test('members, viewers, outsourced people and guests change nobody', () => {
  for (const me of [
    member,
    viewer,
    outsider,
    guest,
    person('k', { access: 'lead', outside: true }),
  ])
    for (const of of all.filter((one) => one.member !== me.member))
      expect([me.name, of.name, mayDo(me, of, all)]).toMatchObject([
        me.name,
        of.name,
        { places: [], functions: false, name: false, remove: false, devices: false },
      ])
})

test('everybody sets their own name and revokes their own devices; leads their own functions', () => {
  for (const me of [owner, lead, member, viewer, outsider])
    expect(mayDo(me, me, all)).toMatchObject({ name: true, devices: true, remove: false })
  expect([owner, lead, member].map((me) => mayDo(me, me, all).functions)).toEqual([
    true,
    true,
    false,
  ])
  expect(mayDo(owner, member, all).name).toBe(false)
})

test('the last owner keeps their place until somebody else is one; who left counts for nothing', () => {
  const alone = all.filter((one) => one.member !== second.member)
  expect(isOnlyOwner(owner, alone)).toBe(true)
  expect(isOnlyOwner(member, alone)).toBe(false)
  expect(mayDo(owner, owner, alone)).toMatchObject({
    places: [],
    remove: false,
    isLastOwner: true,
    functions: true,
    name: true,
  })
  expect(isOnlyOwner(owner, all)).toBe(false)
  expect(mayDo(owner, second, all)).toMatchObject({ remove: true, isLastOwner: false })
})

test('nothing may be done to who left, nor by somebody the relay has not told of', () => {
  expect(mayDo(owner, gone, all)).toMatchObject({ places: [], remove: false, devices: false })
  expect(mayDo(null, member, all)).toMatchObject({ places: [], remove: false, devices: false })
  expect(mayDo({ ...owner, removed: true }, member, all)).toMatchObject({
    places: [],
    remove: false,
  })
})
