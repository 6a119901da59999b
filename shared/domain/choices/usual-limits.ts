/**
 * The limits that usually bind a category's goods, as this trade writes them; ticked in a brief instead of typed. A data table;
 * a text never changes, because the row of a ticked limit is named by it.
 */
const common: readonly string[] = ['CE', 'FCC', 'FDA']

/** Of these categories, each once, the common ones last. */
export function usualLimitsOf(categories: readonly string[]): readonly string[] {
  return [...new Set([...categories.flatMap((category) => byCategory[category] ?? []), ...common])]
}

export const isUsualLimit = (text: string): boolean =>
  common.includes(text) || Object.values(byCategory).some((of) => of.includes(text))

const byCategory: Readonly<Record<string, readonly string[]>> = {
  drinkware: ['FDA food contact', 'LFGB', 'BPA'],
  kitchen: ['FDA food contact', 'LFGB'],
  'home-textiles': ['fibre content', 'flammability'],
  lighting: ['CE', 'UKCA', 'FCC', 'energy label'],
  furniture: ['TSCA formaldehyde', 'tip-over'],
  'small-appliances': ['CE', 'UL/ETL', 'PSE', 'KC'],
  'consumer-electronics': ['CE', 'FCC', 'battery'],
  'phone-accessories': ['FCC', 'battery'],
  'computer-office': ['CE', 'FCC'],
  'apparel-women': ['fibre content', 'care label'],
  'apparel-men': ['fibre content', 'care label'],
  'shoes-bags': ['material label'],
  'jewellery-watches': ['nickel', 'lead and cadmium'],
  'beauty-skincare': ['CPNP', 'MoCRA', 'claims'],
  'hair-personal-care': ['claims', 'CE'],
  'health-wellness': ['medical claims', 'FDA'],
  baby: ['CPSIA', 'EN 71', 'choking'],
  'toys-games': ['CPSIA', 'EN 71', 'age label'],
  pets: ['pesticide claims'],
  'sports-fitness': ['load claims'],
  'outdoor-camping': ['load claims', 'flammability'],
  'auto-moto': ['fitment', 'E-mark'],
  'tools-garden': ['CE', 'UL'],
  'party-seasonal': ['flammability', 'culture'],
  'stationery-crafts': ['EN 71', 'ASTM D-4236'],
}
