/** The demo's prices, and what vendors asked for its first accepted briefs, written by those who may. */
import { addQuote, chooseQuote, setCostChoice } from '#shared/documents/commands/costs.ts'
import { setPrice } from '#shared/documents/commands/prices.ts'
import { newRowId } from '#shared/domain/briefs/row-ids.ts'
import { demoCosts, demoPrices } from '#shared/domain/demo/demo-quotes.ts'
import { costsBeside, pricesDocument } from '#shared/lib/document-kinds.ts'
import { createDemoDocument, type DemoDocument } from './demo-document.ts'
import type { DemoParts } from './demo-parts.ts'
import type { AcceptedBrief } from './fill-tasks.ts'

const dayMs = 86_400_000

export async function fillCosts(
  parts: DemoParts,
  accepted: readonly AcceptedBrief[],
): Promise<readonly DemoDocument[]> {
  const { cast, environment, identity, store } = parts
  const [lead] = cast
  if (lead === undefined) return []
  const now = environment.now()
  const prices = createDemoDocument(pricesDocument(identity.workspace.id), cast)
  for (const [key, value] of demoPrices)
    prices.sit(lead, now - 30 * dayMs, (doc) => void setPrice(doc, key, value))
  const costs = demoCosts.flatMap(({ choices, quotes, chosen }, place) => {
    const brief = accepted[place]
    if (brief === undefined) return []
    const document = createDemoDocument(costsBeside(brief.name), cast)
    const { vendorShare, variants } = choices
    document.sit(lead, brief.at + dayMs / 24, (doc) => {
      setCostChoice(doc, 'vendorShare', vendorShare ?? null)
      setCostChoice(doc, 'variants', variants ?? null)
    })
    for (const [at, { validFor, ...quote }] of quotes.entries()) {
      const id = newRowId((bytes) => void environment.crypto.getRandomValues(bytes))
      const validUntil = new Date(now + validFor * dayMs).toISOString().slice(0, 10)
      document.sit(lead, brief.at + dayMs * (1 + at / 4), (doc) => {
        addQuote(doc, id, { ...quote, validUntil })
        if (at === chosen) chooseQuote(doc, id)
      })
    }
    return [document]
  })
  const made = [prices, ...costs]
  for (const document of made) await document.keep(store)
  return made
}
