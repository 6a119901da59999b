/** One line of an estimate in words: its name, its hours, and the arithmetic it can be counted again by. */
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { languageById } from '#shared/domain/choices/languages.ts'
import type { EstimateLine } from '#shared/domain/estimates/estimate.ts'
import type { Split } from '#shared/domain/estimates/how.ts'
import type { ReworkShare } from '#shared/domain/estimates/rework-share.ts'
import { formatHours, formatMoney, formatPercent, formatTimes } from './format-money.ts'
import { estimateWords } from './words.ts'

const wordsNow = () => estimateWords[language()]

export function nameOfLine({ how }: EstimateLine): string {
  const { line, complexity } = wordsNow()
  switch (how.kind) {
    case 'make':
      return line.make(deliverableName(how.deliverable), complexity[how.complexity])
    case 'translate':
      return line.translate(languageById(how.language)?.[language()] ?? how.language)
    case 'shoot':
      return line.shoot[how.shoot]
    default:
      return line[how.kind]
  }
}

export const deliverableName = (id: string): string => deliverableById(id)?.[language()] ?? id

export function noteOfLine({ hours, how }: EstimateLine): string {
  const { lineNote } = wordsNow()
  const pieces = 'pieces' in how ? [lineNote.pieces(formatNumber(how.pieces))] : []
  return [...(hours > 0 ? [lineNote.hours(formatHours(hours))] : []), ...pieces].join(' · ')
}

/** Sentences, one below the other. */
export function arithmeticOf({ hours, cost, how }: EstimateLine, currency: string): string[] {
  const words = wordsNow()
  const money = (amount: number): string => formatMoney(amount, currency, true)
  const total = money(cost)
  const worked = (split: Split, ...more: readonly string[]): string =>
    words.sum([...sayShares(split, money), ...more].join(words.plus), total)
  switch (how.kind) {
    case 'make': {
      const { pieces, each, fee, split } = how
      const n = formatNumber(pieces)
      return [
        words.how.make(n, formatHours(each), formatHours(hours)),
        worked(split, ...(fee > 0 ? [words.how.fee(n, money(fee))] : [])),
      ]
    }
    case 'variants':
      return [
        words.how.variants(formatNumber(how.more), formatHours(how.of), formatPercent(how.part)),
        worked(how.split),
      ]
    case 'adapt':
      return [words.how.adapt(formatNumber(how.pieces)), worked(how.split)]
    case 'translate':
      return [
        isClass(how.difficulty) ? words.how.difficulty[how.difficulty] : '',
        words.how.translate(
          formatNumber(how.pieces),
          formatHours(how.base),
          formatTimes(how.times),
          formatHours(hours),
        ),
        words.sum(
          words.how.translatePrice(
            formatHours(hours),
            money(how.rate),
            formatTimes(how.priceTimes),
          ),
          total,
        ),
      ]
    case 'check':
      return [
        words.sum(
          words.how.check(formatNumber(how.passes), formatHours(hours), money(how.rate)),
          total,
        ),
      ]
    case 'legal': {
      const { products, each, rate } = how
      const said = words.how.legal(formatNumber(products), formatHours(each), money(rate))
      return [words.sum(said, total)]
    }
    case 'local': {
      const { products, languages, each, rate } = how
      const [n, l] = [formatNumber(products), formatNumber(languages)]
      return [words.sum(words.how.local(n, l, formatHours(each), money(rate)), total)]
    }
    case 'shoot': {
      const { products, perDay, days, day, rate } = how
      const [n, d] = [formatNumber(products), formatNumber(days)]
      const said = [
        words.how.shoot(n, formatNumber(perDay), d, money(day)),
        words.how.shootHours(formatHours(hours), money(rate)),
      ]
      return [words.sum(said.join(words.plus), total)]
    }
    case 'scratch':
      return [words.how.scratch(formatHours(hours)), worked(how.split)]
    case 'tools':
      return [words.sum(words.how.tools(formatHours(how.of), money(how.rate)), total)]
    case 'rework': {
      const { share, part, ofHours, ofCost } = how
      const [percent, of] = [formatPercent(share.percent), formatPercent(part)]
      return [
        ...sayShare(share),
        words.sum(
          words.how.rework(percent, of, formatHours(ofHours), money(ofCost)),
          [words.hour(formatHours(hours)), total].join(' · '),
        ),
      ]
    }
    case 'rush':
      return [words.sum(words.how.rush(money(how.ofCost), formatTimes(how.times)), total)]
  }
}

function sayShares(split: Split, money: (amount: number) => string): string[] {
  const { how } = wordsNow()
  return [
    ...(split.inside > 0 ? [how.inside(formatHours(split.inside), money(split.insideRate))] : []),
    ...(split.vendor > 0 ? [how.vendor(formatHours(split.vendor), money(split.vendorRate))] : []),
  ]
}

function sayShare({ base, team, below, added }: ReworkShare): string[] {
  const { how } = wordsNow()
  return [
    team === null
      ? how.reworkTable(formatPercent(base))
      : how.reworkTeam(
          formatNumber(team.reworked),
          formatNumber(team.approved),
          formatPercent(base),
        ),
    ...(added > 0 ? [how.reworkBelow(formatNumber(below), formatPercent(added))] : []),
  ]
}

const isClass = (difficulty: number): difficulty is 1 | 2 | 3 | 4 =>
  difficulty >= 1 && difficulty <= 4
