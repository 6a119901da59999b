import { expect, it } from 'vitest'
import type { Link } from '#client/replica/link.ts'
import { createPulling } from '#client/replica/pulling.ts'
import type { Questions } from '#client/replica/questions.ts'
import type { Head, Store } from '#client/replica/store.ts'
import { docName, turn } from './fake-device.ts'

const brief = docName('a')

it('a row told of while older ones are being fetched is fetched, too', async () => {
  const head = {
    doc: brief,
    seq: 0,
    known: 1,
    epoch: 'first',
    canWrite: true,
    gone: 0,
    bytes: 0,
    past: 0,
    pastFrom: null,
    took: null,
  }
  const asked: number[] = []
  let answer = (): void => undefined
  const questions: Pick<Questions, 'pull'> = {
    pull: (docs) =>
      new Promise((resolve) => {
        for (const [, after] of docs) asked.push(after)
        const { known } = head
        answer = () => {
          head.seq = known
          resolve('all')
        }
      }),
  }
  const store: Pick<Store, 'head'> = { head: async (): Promise<Head> => ({ ...head }) }
  const link = { state: () => 'ready', welcome: () => ({ epoch: 'first' }) }
  const pulling = createPulling({
    store: store as Store,
    link: link as Link,
    questions: questions as Questions,
    isLive: () => false,
    isOpen: () => false,
    wants: () => true,
    pulled: async () => undefined,
    progressed: () => undefined,
    after: () => () => undefined,
  })
  pulling.announced([brief])
  await turn()
  head.known = 2
  pulling.announced([brief])
  await turn()
  answer()
  await turn()
  answer()
  await turn()
  expect(asked).toEqual([0, 1])
  expect(pulling.left()).toBe(0)
})

it('a row of an open document that its channel never brought is fetched a while later, and once only', async () => {
  const head = {
    doc: brief,
    seq: 3,
    known: 4,
    epoch: 'first',
    canWrite: true,
    gone: 0,
    bytes: 0,
    past: 0,
    pastFrom: null,
    took: null,
  }
  const asked: (readonly (readonly [string, number])[])[] = []
  const due: (() => void)[] = []
  const questions: Pick<Questions, 'pull'> = {
    async pull(docs) {
      asked.push(docs)
      head.seq = head.known
      return 'all'
    },
  }
  const store: Pick<Store, 'head'> = { head: async (): Promise<Head> => ({ ...head }) }
  const link = { state: () => 'ready', welcome: () => ({ epoch: 'first' }) }
  const pulling = createPulling({
    store: store as Store,
    link: link as Link,
    questions: questions as Questions,
    isLive: () => true,
    isOpen: () => true,
    wants: () => true,
    pulled: async () => undefined,
    progressed: () => undefined,
    after(_ms, act) {
      due.push(act)
      return () => undefined
    },
  })
  pulling.announced([brief])
  pulling.announced([brief])
  await turn()
  expect(asked).toEqual([])
  expect(due).toHaveLength(1)
  for (let i = 0; i < 3; i += 1) {
    for (const act of due.splice(0)) act()
    await turn()
    if (i > 0) pulling.announced([brief])
  }
  expect(asked).toEqual([[[brief, 3]]])
})
