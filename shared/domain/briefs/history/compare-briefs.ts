/**
 * An earlier brief beside the one of now, line by line: what is the same, what would change, come back or go if the earlier
 * one were restored. Pure. Left out: the notes, which are rich text (the screen shows them whole).
 */
import type { Brief, Product, Target } from '#shared/domain/briefs/brief.ts'
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

export interface ComparedBrief {
  readonly title: ComparedLine<string>
  readonly wantedBy: ComparedLine<string | null>
  readonly rush: ComparedLine<string>
  readonly targets: readonly ComparedLine<Target>[]
  readonly points: readonly ComparedLine<string>[]
  readonly products: readonly ComparedLine<Product>[]
  /** The same points or products stand in another order. */
  readonly moved: readonly ('points' | 'products')[]
}

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
    moved: [
      ...(isMoved(then.points, now.points) ? (['points'] as const) : []),
      ...(isMoved(then.products, now.products) ? (['products'] as const) : []),
    ],
  }
}

type Rows<Value> = ReadonlyMap<string, Value>
const pointsOf = ({ points }: Brief): Rows<string> => new Map(points.map((p) => [p.id, p.text]))
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
  return (['sku', 'name', 'category', 'handle', 'options', 'weightGrams'] as const).every(
    (field) => a[field] === b[field],
  )
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
