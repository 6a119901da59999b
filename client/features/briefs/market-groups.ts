/** Which markets stand ready to be chosen and how the others are grouped. Presentation only: the table is shared/domain/choices. */
export type MarketGroup = 'americas' | 'europe' | 'eastAsia' | 'southEastAsia' | 'restOfWorld'

/** The ones most briefs aim at: the big Amazon markets and TikTok Shop's in South-East Asia. */
export const usualMarkets: readonly string[] = [
  'US',
  'GB',
  'DE',
  'FR',
  'IT',
  'ES',
  'JP',
  'TH',
  'VN',
  'ID',
  'MY',
]

const groups: Readonly<Record<Exclude<MarketGroup, 'restOfWorld'>, readonly string[]>> = {
  americas: ['US', 'CA', 'MX', 'BR', 'CL', 'CO'],
  europe: ['GB', 'DE', 'AT', 'FR', 'IT', 'ES', 'PT', 'NL', 'BE', 'PL', 'SE', 'TR'],
  eastAsia: ['JP', 'KR', 'AU', 'TW'],
  southEastAsia: ['SG', 'MY', 'ID', 'TH', 'VN', 'PH'],
}

export const marketGroups: readonly MarketGroup[] = [
  'americas',
  'europe',
  'southEastAsia',
  'eastAsia',
  'restOfWorld',
]

/** A market this list does not know yet still has a place. */
export function groupOf(market: string): MarketGroup {
  if (groups.americas.includes(market)) return 'americas'
  if (groups.europe.includes(market)) return 'europe'
  if (groups.eastAsia.includes(market)) return 'eastAsia'
  return groups.southEastAsia.includes(market) ? 'southEastAsia' : 'restOfWorld'
}
