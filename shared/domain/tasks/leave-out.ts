/** What could be left out of a break-down so that the rest is in time: listings, or kinds of deliverables. */
import type { Cell } from './break-down.ts'

export interface LeaveOut {
  readonly what: 'listings' | 'deliverables'
  /** One of each that is left out. */
  readonly examples: readonly Cell[]
}

/** Whatever leaves more to be made; null where nothing would be left, or nothing is late. */
export function leaveOut(cells: readonly Cell[], late: readonly Cell[]): LeaveOut | null {
  if (late.length === 0) return null
  const listing = ({ platform, locale }: Cell): string => `${platform} ${locale}`
  const isAdaptation = ({ path }: Cell): boolean => path === 'adaptation'
  // Without its master nothing of a product could be made: masters are left out by their deliverable only.
  const ways = [
    late.every(isAdaptation)
      ? {
          what: 'listings' as const,
          ...without(
            cells.filter(({ path }) => path !== 'master'),
            late,
            listing,
          ),
        }
      : null,
    { what: 'deliverables' as const, ...without(cells, late, ({ deliverable }) => deliverable) },
  ].filter((way) => way !== null && way.left > 0)
  const [best] = ways.sort((a, b) => (b?.left ?? 0) - (a?.left ?? 0))
  return best ? { what: best.what, examples: best.examples } : null
}

/** How many of `cells` are left without everything that has the mark of a late one. */
function without(
  cells: readonly Cell[],
  late: readonly Cell[],
  markOf: (cell: Cell) => string,
): { readonly left: number; readonly examples: readonly Cell[] } {
  const examples = new Map(late.map((cell) => [markOf(cell), cell]))
  return {
    left: cells.filter((cell) => !examples.has(markOf(cell))).length,
    examples: [...examples.values()],
  }
}
