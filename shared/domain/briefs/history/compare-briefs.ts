/**
 * An earlier brief beside the one of now, line by line: what is the same, what would change, come back or go if the earlier
 * one were restored. Pure. Left out: the notes, which are rich text (the screen shows them whole).
 */
import type { Brief, Keywords, Product, Target } from '#shared/domain/briefs/brief.ts'
import {
  detailNames,
  sentenceNames,
  type BriefDetails,
  type DetailName,
  type SentenceName,
} from '#shared/domain/briefs/details.ts'
import { listNames, type ListName, type ListRow } from '#shared/domain/briefs/lists.ts'
import { targetKey } from '#shared/domain/briefs/target-key.ts'

export type Difference = 'same' | 'changed' | 'back' | 'gone'

export interface ComparedLine<Value> {
  readonly id: string
  readonly difference: Difference
  /** As it was then; for `gone`, as it is now. */
  readonly value: Value
  /** For `changed`: as it is now. */
  readonly now: Value | null
}

export type DetailValue = BriefDetails[DetailName]
type ComparedLists = {
  readonly [Name in ListName]: readonly ComparedLine<ListRow<Name>>[]
}

export interface ComparedBrief {
  readonly title: ComparedLine<string>
  readonly wantedBy: ComparedLine<string | null>
  readonly rush: ComparedLine<string>
  readonly targets: readonly ComparedLine<Target>[]
  readonly points: readonly ComparedLine<string>[]
  readonly products: readonly ComparedLine<Product>[]
  /** Those that were said at one of the two times, by field. */
  readonly details: readonly ComparedLine<DetailValue>[]
  readonly sentences: readonly (ComparedLine<string> & { readonly id: SentenceName })[]
  readonly lists: ComparedLists
  readonly keywords: readonly ComparedLine<Keywords>[]
  readonly meant: readonly ComparedLine<string>[]
  /** The same rows stand in another order. */
  readonly moved: readonly MovedPart[]
}

export type MovedPart = 'points' | 'products' | ListName

export function compareBriefs(then: Brief, now: Brief): ComparedBrief {
  const single = <Value>(id: string, value: Value, current: Value): ComparedLine<Value> =>
    line(id, value, current, Object.is)
  const points = compareRows(pointsOf(then), pointsOf(now), Object.is)
  const products = compareRows(productsOf(then), productsOf(now), isSameProduct)
  return {
    title: single('title', then.title, now.title),
    wantedBy: single('wantedBy', then.wantedBy, now.wantedBy),
    rush: single('rush', then.rush, now.rush),
    targets: compareRows(targetsOf(then), targetsOf(now), () => true),
    points,
    products,
    details: detailNames
      .map((name) => single(name, then.details[name], now.details[name]))
      .filter(({ difference, value }) => difference !== 'same' || isSaid(value)),
    sentences: sentenceNames
      .map((name) => ({
        ...single(name, then.sentences[name].text, now.sentences[name].text),
        id: name,
      }))
      .filter(({ difference, value }) => difference !== 'same' || value !== ''),
    lists: {
      deliverables: compareLists(then.deliverables, now.deliverables),
      facts: compareLists(then.facts, now.facts),
      references: compareLists(then.references, now.references),
      photos: compareLists(then.photos, now.photos),
      limits: compareLists(then.limits, now.limits),
      modules: compareLists(then.modules, now.modules),
      terms: compareLists(then.terms, now.terms),
      offers: compareLists(then.offers, now.offers),
    },
    keywords: compareRows(keywordsOf(then), keywordsOf(now), isAlike),
    meant: compareRows(
      new Map(Object.entries(then.meant)),
      new Map(Object.entries(now.meant)),
      Object.is,
    ),
    moved: (['points', 'products', ...listNames] as const).filter((part) =>
      isMoved(then[part], now[part]),
    ),
  }
}

/** Every difference and every part in another order counts once. */
export function countDifferences(compared: ComparedBrief): number {
  const { title, wantedBy, rush, targets, points, products, moved } = compared
  const lines: readonly { readonly difference: Difference }[] = [
    title,
    wantedBy,
    rush,
    ...targets,
    ...points,
    ...products,
    ...compared.details,
    ...compared.sentences,
    ...Object.values(compared.lists).flat(),
    ...compared.keywords,
    ...compared.meant,
  ]
  return lines.filter(({ difference }) => difference !== 'same').length + moved.length
}

const isSaid = (value: DetailValue): boolean => value !== null && value !== '' && value !== false

const compareLists = <Row extends { readonly id: string }>(
  then: readonly Row[],
  now: readonly Row[],
): ComparedLine<Row>[] => compareRows(rowsOf(then), rowsOf(now), isAlike)

const rowsOf = <Row extends { readonly id: string }>(rows: readonly Row[]): Rows<Row> =>
  new Map(rows.map((row) => [row.id, row]))

const keywordsOf = ({ keywords }: Brief): Rows<Keywords> =>
  new Map(keywords.map((one) => [`${one.market}.${one.locale}`, one]))

/** Plain values whose fields stand in one order. */
const isAlike = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

type Rows<Value> = ReadonlyMap<string, Value>
/** With its proof. A file's name says which it was. */
const pointsOf = ({ points, files }: Brief): Rows<string> =>
  new Map(
    points.map(({ id, text, proof, proofFile }) => [
      id,
      [text, proof, proofFile === null ? '' : (files[proofFile]?.name ?? proofFile)]
        .filter((part, at) => at === 0 || part !== '')
        .join(' · '),
    ]),
  )
const productsOf = ({ products }: Brief): Rows<Product> => new Map(products.map((p) => [p.id, p]))
const targetsOf = ({ targets }: Brief): Rows<Target> =>
  new Map(targets.map((target) => [targetKey(target), target]))

/** The rows of then in their order, and after them those that came later. */
function compareRows<Value>(
  then: Rows<Value>,
  now: Rows<Value>,
  isSame: (a: Value, b: Value) => boolean,
): ComparedLine<Value>[] {
  const standing = [...then].map(([id, value]): ComparedLine<Value> => {
    const current = now.get(id)
    return current === undefined
      ? { id, difference: 'back', value, now: null }
      : line(id, value, current, isSame)
  })
  const later = [...now]
    .filter(([id]) => !then.has(id))
    .map(([id, value]): ComparedLine<Value> => ({ id, difference: 'gone', value, now: null }))
  return [...standing, ...later]
}

function line<Value>(
  id: string,
  value: Value,
  now: Value,
  isSame: (a: Value, b: Value) => boolean,
): ComparedLine<Value> {
  return isSame(value, now)
    ? { id, difference: 'same', value, now: null }
    : { id, difference: 'changed', value, now }
}

function isSameProduct(a: Product, b: Product): boolean {
  const fields = ['sku', 'name', 'category', 'handle', 'options', 'weightGrams'] as const
  return [...fields, 'barcode' as const, 'note' as const].every((field) => a[field] === b[field])
}

function isMoved(
  then: readonly { readonly id: string }[],
  now: readonly { readonly id: string }[],
): boolean {
  const [before, after] = [then, now].map((rows) => new Set(rows.map(({ id }) => id)))
  const shared = (rows: typeof then): string =>
    rows
      .map(({ id }) => id)
      .filter((id) => before?.has(id) === true && after?.has(id) === true)
      .join(' ')
  return shared(then) !== shared(now)
}
