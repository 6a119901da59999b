/** Looks at the tasks with a name of one's own: kept in order, renamed, removed, and never an address elsewhere. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createSavedViews } from '#client/replica/desk-views.ts'
import { limits } from '#shared/protocol/limits.ts'

test('a view is saved, renamed where it stands, and removed', () => {
  const views = createSavedViews(new Y.Doc())
  expect(views.save({ name: ' Mine, late ', address: '/tasks/table?who=me' })).toBe(true)
  expect(views.save({ name: 'Kitchen', address: '/tasks?tag=scene.kitchen' })).toBe(true)
  const [first] = views.list()
  expect(first).toMatchObject({ name: 'Mine, late', address: '/tasks/table?who=me' })
  if (first === undefined) throw new Error('saved')
  views.save({ ...first, name: 'Late' })
  expect(views.list().map(({ name }) => name)).toEqual(['Late', 'Kitchen'])
  views.remove(first.id)
  expect(views.list().map(({ name }) => name)).toEqual(['Kitchen'])
})

test('a nameless one is not saved, nor one above the limit; those there can still be renamed', () => {
  const views = createSavedViews(new Y.Doc())
  expect(views.save({ name: '  ', address: '/tasks' })).toBe(false)
  for (let at = 0; at < limits.savedViews; at += 1)
    expect(views.save({ name: `view ${at}`, address: '/tasks' })).toBe(true)
  expect(views.save({ name: 'one more', address: '/tasks' })).toBe(false)
  const [first] = views.list()
  expect(first && views.save({ ...first, name: 'x'.repeat(200) })).toBe(true)
  expect(views.list()[0]?.name).toHaveLength(limits.nameCharacters)
})

test('two tabs that save apart keep both, and what is no address of tasks is nothing', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  createSavedViews(one).save({ name: 'a', address: '/tasks' })
  createSavedViews(other).save({ name: 'b', address: '/tasks/board' })
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  expect(createSavedViews(one).list()).toHaveLength(2)
  const odd = ['https://elsewhere.example', '//elsewhere.example', '/settings', 'javascript:x', 3]
  odd.forEach((address, at) => one.getMap('views').set(`odd${at}`, { name: 'x', address, at }))
  one.getMap('views').set('none', null)
  expect(createSavedViews(one).list()).toHaveLength(2)
})
