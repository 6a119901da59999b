/** Events a person turned off: kept on the desk, met between tabs, turned on again. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createQuietEvents } from '#client/replica/desk-quiet.ts'

const quietOn = (doc: Y.Doc) => createQuietEvents({ map: (name) => doc.getMap(name) })

test('what two tabs turn off apart is off in both, and what one turns on again is on in both', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  quietOn(one).turn('mention', false)
  quietOn(other).turn('returned', false)
  const meet = (): void => {
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  }
  meet()
  expect([...quietOn(one).off()].toSorted()).toEqual(['mention', 'returned'])
  quietOn(other).turn('mention', true)
  meet()
  expect([...quietOn(one).off()]).toEqual(['returned'])
  // What a later app keeps there is nothing off.
  one.getMap('quiet').set('reply', 'until Monday')
  expect([...quietOn(one).off()]).toEqual(['returned'])
})
