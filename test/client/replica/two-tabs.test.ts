/**
 * Two tabs of one device and a crash: every order of their transactions, with either tab dead from any point on, driven
 * through the real store beside a model that only keeps sets. What was written is always there, once, and nothing else.
 */
import { expect, test } from 'vitest'
import {
  acknowledges,
  catchesUp,
  deaths,
  doc,
  edits,
  keysOf,
  openWorld,
  orders,
  readsToFold,
  receives,
  refuses,
  writesTheFold,
  type Step,
  type World,
} from './two-tabs.ts'

async function check(
  { tabs, model }: World,
  dead: 0 | 1 | null,
  mayHoldMore: boolean,
): Promise<void> {
  const [first, second] = tabs
  const { store } = dead === 0 ? second : first
  const here = [...model.here].sort()
  expect(keysOf((await store.load(doc)).updates)).toEqual(here)
  expect((await store.outRows(0, 99)).map(({ n }) => n)).toEqual(
    [...model.waiting.values()].sort((a, b) => a - b),
  )
  // The history gives the same again, each change once.
  const past = (await store.history(doc)).map(({ bytes }) => bytes)
  expect(keysOf(past)).toEqual(here)
  expect(past.length).toBe(here.length)
  for (const tab of [0, 1] as const) {
    if (tab === dead) continue
    await catchesUp(tab)({ tabs, model })
    const shown = [...tabs[tab].shown.getMap('fields').keys()].sort()
    if (mayHoldMore) expect(shown).toEqual(expect.arrayContaining(here))
    else expect(shown).toEqual(here)
  }
}

const programs: readonly (readonly [name: string, one: readonly Step[], other: readonly Step[]])[] =
  [
    [
      'edits, a fold and acknowledgements',
      [edits(0, 'a'), readsToFold(0), writesTheFold(0), catchesUp(0)],
      [catchesUp(1), edits(1, 'b'), acknowledges(1), receives(1, 'c')],
    ],
    [
      'two folds at once',
      [acknowledges(0), readsToFold(0), writesTheFold(0), edits(0, 'a')],
      [edits(1, 'b'), readsToFold(1), writesTheFold(1), catchesUp(1)],
    ],
    [
      'a fold and a refusal',
      [edits(0, 'a'), readsToFold(0), writesTheFold(0), receives(0, 'd')],
      [edits(1, 'b'), refuses(1), readsToFold(1), writesTheFold(1)],
    ],
  ]

test.each(programs)(
  '%s: in every order, with either tab dead from any point on',
  async (_name, one, other) => {
    const lengths = [one.length, other.length] as const
    let runs = 0
    for (const order of orders(...lengths)) {
      for (const { tab: dead, after } of deaths(lengths)) {
        const world = await openWorld()
        const done = [0, 0]
        for (const tab of order) {
          const index = done[tab] ?? 0
          if (tab === dead && index >= after) continue
          await (tab === 0 ? one : other)[index]?.(world)
          done[tab] = index + 1
        }
        try {
          // A tab that shows refused work starts over (document.ts, rebuild); here it may still hold it.
          await check(
            world,
            dead,
            [...one, ...other].some((step) => step === programs[2]?.[2][1]),
          )
        } catch (fault) {
          throw new Error(`order ${order.join('')}, tab ${dead} dead after ${after}`, {
            cause: fault,
          })
        }
        runs += 1
        for (const { store } of world.tabs) store.close()
      }
    }
    expect(runs).toBe(70 * 9)
  },
  120_000,
)
