/** How much of each item a brief has, from 0 to 1. Pure. Left out: what that is worth (judge.ts). */
import type { Brief } from '#shared/domain/briefs/brief.ts'
import { slotOf } from '#shared/domain/choices/slots.ts'
import type { Chosen } from './chosen.ts'
import type { Flag } from './flags.ts'
import type { ItemId } from './items.ts'

export interface Judged {
  readonly brief: Brief
  readonly chosen: Chosen
  /** Those nobody said are meant. */
  readonly flags: readonly Flag[]
  /** `YYYY-MM-DD` where the reader is. */
  readonly today: string
}

export const shareOf = (id: ItemId, judged: Judged): number => Number(shares[id](judged))

const shares: Readonly<Record<ItemId, (judged: Judged) => boolean | number>> = {
  products: ({ brief }) =>
    brief.products.some(({ sku, name, category }) => sku !== '' && name !== '' && category !== ''),
  targets: ({ chosen }) => chosen.targets.length > 0,
  deliverables: ({ brief, chosen }) =>
    brief.deliverables.some(({ id }) =>
      [...chosen.platforms].some((platform) => slotOf(platform, id) !== null),
    ),
  'selling-points': ({ brief }) => Math.min(3, writtenPoints(brief).length) / 3,
  proof({ brief }) {
    const first = writtenPoints(brief).slice(0, 3)
    return (
      first.length > 0 && first.every(({ proof, proofFile }) => proof !== '' || proofFile !== null)
    )
  },
  references({ brief }) {
    const count = givenReferences(brief).length
    return count >= 3 ? 1 : count > 0 ? 0.6 : 0
  },
  'reference-lessons'({ brief }) {
    const given = givenReferences(brief)
    return (
      given.length > 0 && given.every(({ learn, avoid }) => learn.length >= 6 && avoid.length >= 6)
    )
  },
  photos: ({ brief: { photos, details } }) =>
    photos.some(({ text, file }) => text !== '' || file !== null) ||
    (details.shoot && details.shootPlace !== '' && details.sampleArrives !== null),
  'design-rules': ({ brief: { details } }) =>
    details.designRules === 'from-scratch' ||
    (details.designRules === 'present' && (details.brandKit !== '' || details.brandFile !== null)),
  compliance: ({ brief }) =>
    brief.details.noLimitsKnown || brief.limits.some(({ text }) => text !== ''),
  audience: ({ brief }) => saysMuch(brief.sentences.audience.text, 12, 8),
  tone({ brief, flags }) {
    const traits = brief.sentences.tone.text
      .split(/[，、；,;。.\n]+/)
      .filter((trait) => trait.trim() !== '')
    return traits.length >= 2 && !flags.some(({ place }) => place === 'short/tone')
  },
  due: ({ brief: { wantedBy }, today }) => wantedBy !== null && wantedBy >= today,
  'video-hook'({ brief, flags }) {
    const text = brief.sentences.hook.text.normalize('NFKC')
    // What is left of it without its vague words must still say something.
    const left = flags
      .filter(({ place }) => place === 'short/hook')
      .reduce((so, flag) => so.replace(flag.text, ' '), text)
    return saysMuch(left, 6, 4)
  },
  'video-length': ({ brief: { details } }) =>
    details.videoSeconds !== null && details.videoAspect !== '',
  'size-facts'({ brief }) {
    const sizes = brief.facts.filter(({ value, unit }) => unit !== '' || isBareFigure(value))
    return sizes.length > 0 && sizes.every(({ unit, file }) => unit !== '' && file !== null)
  },
  'aplus-order': ({ brief }) =>
    brief.deliverables
      .filter(({ id }) => moduleKinds.has(id))
      .every(({ id, quantity }) => {
        const written = brief.modules.filter(
          ({ deliverable, purpose }) => deliverable === id && purpose !== '',
        )
        return written.length >= quantity
      }),
  'brand-story': ({ brief }) => saysMuch(brief.sentences.brandStory.text, 60, 40),
  keywords: ({ brief, chosen }) =>
    chosen.targets.length > 0 &&
    chosen.targets.every(({ market, locale }) =>
      brief.keywords.some(
        (one) =>
          one.market === market &&
          one.locale === locale &&
          one.terms.length >= 5 &&
          one.source !== '',
      ),
    ),
  'live-facts': ({ brief: { offers, details } }) =>
    offers.length > 0 &&
    offers.every(({ product, price }) => product !== '' && price !== '') &&
    details.notSaidLive !== '',
  'ad-goal': ({ brief: { details, sentences } }) =>
    details.adPlacement !== '' && details.adMetric !== '' && sentences.adHypothesis.text !== '',
  glossary: ({ brief }) => brief.terms.filter(({ term }) => term !== '').length >= 3,
}

export const moduleKinds: ReadonlySet<string> = new Set([
  'aplus-module',
  'ebc-module',
  'brand-story',
])

const writtenPoints = ({ points }: Brief) => points.filter(({ text }) => text !== '')

const givenReferences = ({ references }: Brief) =>
  references.filter(({ address, picture }) => address !== '' || picture !== null)

/** Figures and signs alone: a size whose unit was forgotten. */
const isBareFigure = (value: string): boolean => /^[\d\s.,×x*–~-]+$/.test(value) && /\d/.test(value)

/** Enough characters of Chinese, Japanese or Thai, or enough words of a language that parts them. */
function saysMuch(text: string, characters: number, words: number): boolean {
  const dense =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu) ?? []
  const parted = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []
  return dense.length >= characters || parted.length >= words
}
