/**
 * What an accepted brief comes to: one master for each product, deliverable and ordinal, one adaptation for each further
 * language and platform that has room for it. Pure, and the same on every device. Left out: which of them are wanted
 * (a person says so), the documents (documents/commands/tasks.ts).
 */
import type { Brief, Product, Target } from '#shared/domain/briefs/brief.ts'
import { targetKey } from '#shared/domain/briefs/target-key.ts'
import { languageOf } from '#shared/domain/choices/languages.ts'
import { slotOf, slotsOf } from '#shared/domain/choices/slots.ts'
import type { Topic } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { Sop } from './sop.ts'
import { taskTopic } from './task-id.ts'
import type { TaskPlan } from './task.ts'

export interface Cell extends TaskPlan {
  readonly topic: Topic
}

/** Whose adaptation it is; null for a master. */
export const masterOf = (plan: TaskPlan): Topic | null =>
  plan.path === 'adaptation' ? taskTopic({ ...plan, locale: '', platform: '' }) : null

export type BreakDownRefusal =
  | { readonly code: 'no-products' | 'no-targets' | 'no-deliverables' }
  | { readonly code: 'too-many-tasks'; readonly count: number; readonly limit: number }

/** What one product comes to, whichever it is. */
interface Place {
  readonly deliverable: string
  readonly ordinal: number
  /** Where it is shown, the lead's first. */
  readonly listings: readonly Target[]
}

/** Masters stand before their adaptations, products in the brief's order. */
export function breakDown(
  brief: Brief,
  topic: Topic,
  sop: Sop,
): Result<readonly Cell[], BreakDownRefusal> {
  const { products, deliverables, targets } = brief
  if (products.length === 0) return refuse({ code: 'no-products' })
  if (deliverables.length === 0) return refuse({ code: 'no-deliverables' })
  if (targets.length === 0) return refuse({ code: 'no-targets' })
  const listings = listingsOf(brief)
  const lead = listings[0] ?? null
  const places = deliverables.flatMap(({ id, quantity }) =>
    Array.from({ length: quantity }, (_, at): Place => {
      const ordinal = at + 1
      return {
        deliverable: id,
        ordinal,
        listings: listings.filter(({ platform }) => hasRoom(platform, id, ordinal)),
      }
    }),
  )
  // Counted before any is made: a hundred products on ten platforms in ten languages are more than a page can hold.
  const each = places.reduce((sum, place) => sum + countOf(place, lead, brief), 0)
  const count = each * products.length
  if (count > limits.tasksPerBreakDown)
    return refuse({ code: 'too-many-tasks', count, limit: limits.tasksPerBreakDown })
  return ok(
    products.flatMap((product) =>
      places.flatMap((place) => cellsOf({ brief, topic, sop, lead }, product, place)),
    ),
  )
}

/** One for each platform and language, the lead's first; markets that share both show the same asset. */
function listingsOf(brief: Brief): readonly Target[] {
  const { targets, details } = brief
  const lead =
    targets.find((target) => targetKey(target) === details.leadTarget) ??
    targets.find((target) => isSource(target, brief)) ??
    targets[0]
  const once = new Map<string, Target>()
  for (const target of lead === undefined ? [] : [lead, ...targets]) {
    const key = `${target.platform}.${target.locale}`
    if (!once.has(key)) once.set(key, target)
  }
  return [...once.values()]
}

/** A platform the table does not know has room for everything. */
function hasRoom(platform: string, deliverable: string, ordinal: number): boolean {
  if (slotsOf(platform).length === 0) return true
  const slot = slotOf(platform, deliverable)
  return slot !== null && ordinal <= slot.most
}

/** Whose listing the master itself is made for; null: it only passes, and every listing is an adaptation. */
function ownListing({ listings }: Place, lead: Target | null, brief: Brief): Target | null {
  const [first, ...others] = listings
  if (first === undefined) return null
  if (others.length === 0) return first
  return first === lead && isSource(first, brief) ? first : null
}

const isSource = ({ locale }: Target, { details }: Brief): boolean =>
  languageOf(locale)?.id === details.sourceLanguage

function countOf(place: Place, lead: Target | null, brief: Brief): number {
  if (place.listings.length === 0) return 0
  return place.listings.length + (ownListing(place, lead, brief) === null ? 1 : 0)
}

interface Around {
  readonly brief: Brief
  readonly topic: Topic
  readonly sop: Sop
  readonly lead: Target | null
}

function cellsOf({ brief, topic, sop, lead }: Around, product: Product, place: Place): Cell[] {
  const { deliverable, ordinal, listings } = place
  if (listings.length === 0) return []
  const own = ownListing(place, lead, brief)
  const key = { brief: topic, product: product.id, deliverable, ordinal }
  const shared = {
    ...key,
    ...{ sku: product.sku, name: product.name, sop: sop.id, wantedBy: brief.wantedBy },
  }
  const listed = (target: Target | null) => ({
    platform: target?.platform ?? '',
    market: target?.market ?? '',
    locale: target?.locale ?? '',
    translates: target !== null && !isSource(target, brief),
  })
  return [
    {
      ...shared,
      ...listed(own),
      topic: taskTopic({ ...key, locale: '', platform: '' }),
      path: own === null ? 'master' : 'whole',
    },
    ...listings
      .filter((target) => target !== own)
      .map((target): Cell => ({
        ...shared,
        ...listed(target),
        topic: taskTopic({ ...key, locale: target.locale, platform: target.platform }),
        path: 'adaptation',
      })),
  ]
}
