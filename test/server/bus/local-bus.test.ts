import { expect, test } from 'vitest'
import { createLocalBus } from '#server/bus/local-bus.ts'

const bytes = new Uint8Array([1, 2])

test('a subscriber hears its topic until it leaves', () => {
  const bus = createLocalBus()
  const heard: Uint8Array[] = []
  const leave = bus.subscribe('document:b', (message) => heard.push(message))
  bus.publish('document:b', bytes)
  bus.publish('document:c', bytes)
  bus.publish('workspace:b', bytes)
  leave()
  leave()
  bus.publish('document:b', bytes)
  expect(heard).toEqual([bytes])
})

test('one listener subscribed twice hears twice, and leaves once at a time', () => {
  const bus = createLocalBus()
  let heard = 0
  const listen = (): void => void (heard += 1)
  const leave = bus.subscribe('workspace:w', listen)
  bus.subscribe('workspace:w', listen)
  bus.publish('workspace:w', bytes)
  leave()
  bus.publish('workspace:w', bytes)
  expect(heard).toBe(3)
})

test('a listener that throws, leaves or subscribes meanwhile does not keep the others from hearing', () => {
  const faults: unknown[] = []
  const bus = createLocalBus((error) => faults.push(error))
  const heard: string[] = []
  bus.subscribe('workspace:w', () => {
    throw new Error('mine')
  })
  const leave = bus.subscribe('workspace:w', () => {
    leave()
    bus.subscribe('workspace:w', () => heard.push('late'))
    heard.push('first')
  })
  bus.subscribe('workspace:w', () => heard.push('second'))
  bus.publish('workspace:w', bytes)
  expect(heard).toEqual(['first', 'second'])
  expect(faults).toHaveLength(1)
})
