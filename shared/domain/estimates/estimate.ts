/**
 * What a brief costs and how many hours it takes, line by line, each with the arithmetic behind it. Pure. Hours are rounded to a
 * tenth and money to the whole unit in every line, and what follows counts with the rounded figures, so that anybody comes to
 * the same by hand; totals are sums of lines. Left out: how a line is said (client/features/estimates).
 */
import type { Quality } from '#shared/domain/briefs/quality/judge.ts'
import { scoreBar } from '#shared/domain/briefs/quality/items.ts'
import type { SettledChoices } from './choices.ts'
import { difficultyOf } from './language-difficulty.ts'
import type { How, Split } from './how.ts'
import { groupPieces, type PieceGroup } from './group-pieces.ts'
import type { Piece } from './pieces.ts'
import {
  feeKey,
  hoursKey,
  languageKey,
  otherKeys,
  rateKey,
  shootKey,
  workKey,
  type ShootKind,
} from './price-keys.ts'
import { priceOf, type PriceTable } from './price-table.ts'
import { reworkShare, type TeamRework } from './rework-share.ts'

export interface EstimateAsk {
  readonly pieces: readonly Piece[]
  readonly products: number
  readonly rush: boolean
  /** Design rules are to be made first. */
  readonly scratch: boolean
  readonly score: Quality['score']
  readonly team: TeamRework
  readonly choices: SettledChoices
  readonly prices: PriceTable
}

export interface EstimateLine {
  readonly id: string
  /** To a tenth. */
  readonly hours: number
  /** Whole units of the table's currency. */
  readonly cost: number
  readonly how: How
}

export interface Estimate {
  readonly currency: string
  readonly pieces: number
  readonly lines: readonly EstimateLine[]
  readonly hours: number
  readonly cost: number
}

/** Of what versions are tried against each other. */
const tried = ['main-image', 'short-video', 'ad-creative']

const percent = 100

export const toTenth = (hours: number): number => Math.round(hours * 10 + 1e-9) / 10
const toUnit = (cost: number): number => Math.round(cost + 1e-9)

export function estimate(ask: EstimateAsk): Estimate {
  const { prices, choices, products } = ask
  const price = (key: string): number => priceOf(prices, key)
  const groups = groupPieces(ask.pieces)
  const lines: EstimateLine[] = []
  const add = (id: string, hours: number, cost: number, how: How): void => {
    if (hours > 0 || cost > 0) lines.push({ id, hours: toTenth(hours), cost: toUnit(cost), how })
  }
  const split = (hours: number): Split => {
    const vendor = toTenth((toTenth(hours) * choices.vendorShare) / percent)
    const [insideRate, vendorRate] = [price(rateKey('inhouse')), price(rateKey('vendor'))]
    return { inside: toTenth(toTenth(hours) - vendor), vendor, insideRate, vendorRate }
  }
  const sum = (...kinds: readonly How['kind'][]) => ({
    hours: toTenth(sumOf(lines, kinds, ({ hours }) => hours)),
    cost: sumOf(lines, kinds, ({ cost }) => cost),
  })

  for (const { deliverable, complexity, made } of groups.made) {
    const [each, fee] = [
      price(hoursKey(deliverable, complexity)),
      price(feeKey(deliverable, complexity)),
    ]
    const shared = split(made * each)
    add(`make.${deliverable}.${complexity}`, made * each, costOf(shared) + made * fee, {
      ...{ kind: 'make', deliverable, complexity, pieces: made, each, fee, split: shared },
    })
  }
  const more = choices.variants - 1
  if (more > 0) {
    const of = toTenth(lines.reduce((all, { how, hours }) => all + (isTried(how) ? hours : 0), 0))
    const hours = (of * more * price(otherKeys.variantPart)) / percent
    const shared = split(hours)
    const part = price(otherKeys.variantPart)
    add('variants', hours, costOf(shared), { kind: 'variants', more, part, of, split: shared })
  }
  const adapted = hoursOf(groups.adapted, (one) => price(workKey('adapt', one)))
  const adapting = split(adapted)
  add('adapt', adapted, costOf(adapting), {
    ...{ kind: 'adapt', pieces: countOf(groups.adapted), split: adapting },
  })
  for (const { language, of } of groups.translated) {
    const worded = of.filter(({ deliverable }) => price(workKey('translate', deliverable)) > 0)
    const base = hoursOf(worded, (one) => price(workKey('translate', one)))
    const difficulty = difficultyOf(language)
    const [times, priceTimes] = [
      price(languageKey(difficulty, 'hours')),
      price(languageKey(difficulty, 'price')),
    ]
    const [hours, rate] = [toTenth(base * times), price(rateKey('translation'))]
    add(`translate.${language}`, hours, hours * rate * priceTimes, {
      ...{ kind: 'translate', language, difficulty, pieces: countOf(worded) },
      ...{ base: toTenth(base), times, rate, priceTimes },
    })
  }
  const checking = toTenth(hoursOf(groups.checked, (one) => price(workKey('check', one))))
  const insideRate = price(rateKey('inhouse'))
  add('check', checking, checking * insideRate, {
    ...{ kind: 'check', passes: countOf(groups.checked), rate: insideRate },
  })
  if (choices.legal) {
    const [each, rate] = [price(otherKeys.legal), price(rateKey('legal'))]
    const hours = toTenth(products * each)
    add('legal', hours, hours * rate, { kind: 'legal', products, each, rate })
  }
  if (choices.local) {
    const [each, rate] = [price(otherKeys.local), price(rateKey('local'))]
    const languages = groups.translated.length
    const hours = toTenth(products * languages * each)
    add('local', hours, hours * rate, { kind: 'local', products, languages, each, rate })
  }
  for (const shoot of kindsOfShoot(choices)) {
    const perDay = price(otherKeys.shootProducts)
    const days = Math.ceil(products / perDay)
    const [day, each] = [price(shootKey(shoot)), price(otherKeys.shootHours)]
    const hours = toTenth(days * each)
    add(`shoot.${shoot}`, hours, days * day + hours * insideRate, {
      ...{ kind: 'shoot', shoot, products, perDay, days, day, each, rate: insideRate },
    })
  }
  if (ask.scratch) {
    const shared = split(price(otherKeys.scratch))
    add('scratch', price(otherKeys.scratch), costOf(shared), { kind: 'scratch', split: shared })
  }
  const tooled = sum('make', 'variants', 'adapt').hours
  const tools = price(otherKeys.tools)
  add('tools', 0, tooled * tools, { kind: 'tools', of: tooled, rate: tools })

  const share = reworkShare(prices, ask.team, ask.score, scoreBar)
  const part = price(otherKeys.reworkPart)
  const again = sum('make', 'variants', 'adapt', 'translate', 'check')
  const times = (share.percent / percent) * (part / percent)
  add('rework', again.hours * times, again.cost * times, {
    ...{ kind: 'rework', share, part, ofHours: again.hours, ofCost: again.cost },
  })
  if (ask.rush) {
    const [rush, ofCost] = [price(otherKeys.rush), lines.reduce((all, { cost }) => all + cost, 0)]
    add('rush', 0, ofCost * (rush - 1), { kind: 'rush', times: rush, ofCost })
  }
  return {
    currency: prices.currency,
    pieces: ask.pieces.length,
    lines,
    hours: toTenth(lines.reduce((all, { hours }) => all + hours, 0)),
    cost: lines.reduce((all, { cost }) => all + cost, 0),
  }
}

const costOf = ({ inside, vendor, insideRate, vendorRate }: Split): number =>
  inside * insideRate + vendor * vendorRate

const isTried = (how: How): boolean => how.kind === 'make' && tried.includes(how.deliverable)

function kindsOfShoot({ shoot }: SettledChoices): readonly ShootKind[] {
  if (shoot === 'none') return []
  return shoot === 'both' ? ['scene', 'model'] : [shoot]
}

const countOf = (groups: readonly PieceGroup[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0)

const hoursOf = (groups: readonly PieceGroup[], each: (deliverable: string) => number): number =>
  groups.reduce((sum, { deliverable, count }) => sum + count * each(deliverable), 0)

const sumOf = (
  lines: readonly EstimateLine[],
  kinds: readonly How['kind'][],
  of: (line: EstimateLine) => number,
): number => lines.reduce((sum, line) => sum + (kinds.includes(line.how.kind) ? of(line) : 0), 0)
