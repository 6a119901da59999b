/** Factors that add nothing here, so that a person sees that they were thought of. */
import type { Estimate } from '#shared/domain/estimates/estimate.ts'

const factors = [
  'vendor',
  'variants',
  'adapt',
  'translate',
  'legal',
  'local',
  'shoot',
  'scratch',
  'rush',
] as const
export type LeftFactor = (typeof factors)[number]

export function leftOut({ lines }: Pick<Estimate, 'lines'>): LeftFactor[] {
  const kinds = new Set<string>(lines.map(({ how }) => how.kind))
  const hasVendor = lines.some(({ how }) => 'split' in how && how.split.vendor > 0)
  return factors.filter((factor) => (factor === 'vendor' ? !hasVendor : !kinds.has(factor)))
}
