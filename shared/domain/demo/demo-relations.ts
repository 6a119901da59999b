/** What stands around the demo's tasks: their tags, which wait for another, and what went wrong with two of them. Plain values. */
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import type { Cell } from '#shared/domain/tasks/break-down.ts'
import type { Tag } from '#shared/domain/tasks/tags.ts'
import type { Topic } from '#shared/lib/ids.ts'
import type { Random } from '#shared/lib/random.ts'
import type { DemoStep } from './demo-tasks.ts'

const scenes: readonly Tag[] = ['scene.studio', 'scene.home', 'scene.outdoor', 'scene.kitchen']
const angles: readonly Tag[] = ['angle.front', 'angle.close-up', 'angle.in-hand', 'angle.top']
const hooks: readonly Tag[] = ['hook.pain-point', 'hook.unboxing', 'hook.test']

/** About two thirds of pictures and videos carry some: nobody tags everything. */
export function demoTags({ deliverable }: Cell, random: Random): readonly Tag[] {
  const kind = deliverableById(deliverable)?.kind
  if (random.next() < 0.35 || kind === undefined || kind === 'copy') return []
  if (kind === 'video') return [random.pick(hooks), 'ai.none']
  if (deliverable === 'main-image') return ['scene.studio', 'colour.white', random.pick(angles)]
  const ai: readonly Tag[] = random.next() < 0.2 ? ['ai.parts'] : []
  return [random.pick(scenes), random.pick(angles), ...ai]
}

/** The second picture waits for the first of the same goods and listing: light and cut-out are set once. */
export function demoWaitsFor(cell: Cell, cells: readonly Cell[]): Topic | null {
  if (cell.deliverable !== 'secondary-image' || cell.ordinal !== 2) return null
  const first = cells.find(
    ({ deliverable, ordinal, product, platform, market, locale }) =>
      ordinal === 1 &&
      deliverable === cell.deliverable &&
      product === cell.product &&
      `${platform} ${market} ${locale}` === `${cell.platform} ${cell.market} ${cell.locale}`,
  )
  return first?.topic ?? null
}

const hour = 3_600_000

/** One still open, one put right the day after. Places are those among the demo's people. */
export const demoTroubles = (
  stage: string,
  { now, isMended }: { readonly now: number; readonly isMended: boolean },
): readonly DemoStep[] =>
  isMended
    ? [
        {
          ...{ at: now - 50 * hour, by: 1, stage, outcome: 'went-wrong', what: 'missed-check' },
          ...{ reason: '字体授权勾了，其实只买了网页用的', on: 2 },
        },
        {
          ...{ at: now - 26 * hour, by: 2, stage, outcome: 'mended' },
          reason: '换成思源黑体，重新导出，源文件也换了',
        },
      ]
    : [
        {
          ...{ at: now - 3 * hour, by: 4, stage, outcome: 'went-wrong', what: 'wrong-translation' },
          ...{ reason: 'The third bullet says the opposite: “not dishwasher safe”.', on: 5 },
        },
        {
          ...{ at: now - 2 * hour, by: 4, stage, outcome: 'told', phrase: 'change', on: 5 },
          language: 'en',
          reason:
            'Hi 阮氏兰,\nthe third bullet needs changes: it says “not dishwasher safe”, and the mug is.\nJulia Brandt',
        },
      ]
