/** What a brief orders beside what its platforms have room for: slots that do not exist there, and quantities beyond them. Pure. */
import type { Brief } from '#shared/domain/briefs/brief.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { slotOf } from '#shared/domain/choices/slots.ts'
import type { Chosen } from './chosen.ts'

/** A break-down leaves it out there. */
export interface NotOffered {
  readonly platform: string
  readonly market: string
  readonly deliverable: string
}
export interface OverMost {
  /** null: one product takes no more anywhere. */
  readonly platform: string | null
  readonly deliverable: string
  readonly quantity: number
  readonly most: number
}

export function notOffered({ deliverables }: Brief, { targets }: Chosen): NotOffered[] {
  const places = new Map(
    targets.map(({ platform, market }) => [`${platform}/${market}`, { platform, market }]),
  )
  return [...places.values()].flatMap(({ platform, market }) =>
    deliverables
      .filter(({ id }) => slotOf(platform, id) === null)
      .map(({ id }) => ({ platform, market, deliverable: id })),
  )
}

export function overMost({ deliverables }: Brief, { platforms }: Chosen): OverMost[] {
  return deliverables.flatMap(({ id, quantity }): OverMost[] => {
    const most = deliverableById(id)?.most ?? Number.POSITIVE_INFINITY
    if (quantity > most) return [{ platform: null, deliverable: id, quantity, most }]
    return [...platforms].flatMap((platform) => {
      const room = slotOf(platform, id)?.most ?? Number.POSITIVE_INFINITY
      return quantity > room ? [{ platform, deliverable: id, quantity, most: room }] : []
    })
  })
}
