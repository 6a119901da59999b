/** What an asset is called: as its platform calls the slot, numbered where a product can have several. */
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { slotOf } from '#shared/domain/choices/slots.ts'

export interface NamedSlot {
  readonly platform: string
  readonly deliverable: string
  readonly ordinal: number
}

export function slotName(
  { platform, deliverable, ordinal }: NamedSlot,
  language: 'zh' | 'en',
): string {
  const known = deliverableById(deliverable)
  const name = slotOf(platform, deliverable)?.[language] ?? known?.[language] ?? deliverable
  return (known?.most ?? 2) > 1 ? `${name} ${ordinal}` : name
}
