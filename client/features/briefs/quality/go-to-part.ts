/** Where in the form an item of the judgement is written, and the way there: its first field has the focus. */
import type { ItemId } from '#shared/domain/briefs/quality/items.ts'

const partOf: Readonly<Record<ItemId, string>> = {
  products: 'products',
  targets: 'targets',
  deliverables: 'deliverables',
  'selling-points': 'points',
  proof: 'points',
  references: 'references',
  'reference-lessons': 'references',
  photos: 'photos',
  'design-rules': 'design',
  compliance: 'limits',
  audience: 'audience',
  tone: 'tone',
  due: 'dates',
  'video-hook': 'hook',
  'video-length': 'video',
  'size-facts': 'facts',
  'aplus-order': 'modules',
  'brand-story': 'brandStory',
  keywords: 'keywords',
  'live-facts': 'offers',
  'ad-goal': 'ads',
  glossary: 'terms',
}

export const goToItem = (item: ItemId): void => goTo(`[data-part="${partOf[item]}"]`)

/** `place` as in shared/domain/briefs/quality/flags.ts. */
export const goToFlag = (place: string): void =>
  goTo(place === 'text:notes' ? '[data-part="notes"]' : `[data-flags="${CSS.escape(place)}"]`)

function goTo(selector: string): void {
  const part = document.querySelector<HTMLElement>(selector)
  if (part === null) return
  const field = part.querySelector<HTMLElement>(wanted) ?? part.querySelector<HTMLElement>(any)
  part.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}

/** What is written in, before what is only pressed. */
const wanted =
  'input:not([type="file"]):not([tabindex="-1"]), textarea, select, [contenteditable="true"]'
const any = 'button:not([disabled]):not(.ui-grip)'
