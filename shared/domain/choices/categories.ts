/** The categories goods are sold in, as this trade names them. A data table; ids never change. */
export interface Category {
  readonly id: string
  readonly zh: string
  readonly en: string
}

export const categories: readonly Category[] = [
  { id: 'drinkware', zh: '杯壶水具', en: 'Drinkware' },
  { id: 'kitchen', zh: '厨房用品', en: 'Kitchenware' },
  { id: 'home-storage', zh: '家居收纳', en: 'Home storage' },
  { id: 'home-textiles', zh: '家纺布艺', en: 'Home textiles' },
  { id: 'lighting', zh: '灯具照明', en: 'Lighting' },
  { id: 'furniture', zh: '家具', en: 'Furniture' },
  { id: 'small-appliances', zh: '小家电', en: 'Small appliances' },
  { id: 'consumer-electronics', zh: '消费电子', en: 'Consumer electronics' },
  { id: 'phone-accessories', zh: '手机配件', en: 'Phone accessories' },
  { id: 'computer-office', zh: '电脑与办公', en: 'Computer and office' },
  { id: 'apparel-women', zh: '女装', en: "Women's apparel" },
  { id: 'apparel-men', zh: '男装', en: "Men's apparel" },
  { id: 'shoes-bags', zh: '鞋靴箱包', en: 'Shoes and bags' },
  { id: 'jewellery-watches', zh: '首饰手表', en: 'Jewellery and watches' },
  { id: 'beauty-skincare', zh: '美妆护肤', en: 'Beauty and skincare' },
  { id: 'hair-personal-care', zh: '个护美发', en: 'Hair and personal care' },
  { id: 'health-wellness', zh: '健康护理', en: 'Health and wellness' },
  { id: 'baby', zh: '母婴用品', en: 'Baby products' },
  { id: 'toys-games', zh: '玩具游戏', en: 'Toys and games' },
  { id: 'pets', zh: '宠物用品', en: 'Pet supplies' },
  { id: 'sports-fitness', zh: '运动健身', en: 'Sports and fitness' },
  { id: 'outdoor-camping', zh: '户外露营', en: 'Outdoor and camping' },
  { id: 'auto-moto', zh: '汽摩配件', en: 'Auto and motorcycle parts' },
  { id: 'tools-garden', zh: '工具园艺', en: 'Tools and garden' },
  { id: 'party-seasonal', zh: '节庆派对', en: 'Party and seasonal' },
  { id: 'stationery-crafts', zh: '文具手工', en: 'Stationery and crafts' },
]

/** The category a text names by its id or in either language, whatever its case; null where it names none. */
export const categoryOf = (text: string): Category | null => byName.get(keyOf(text)) ?? null

/** What a product's category is called: a known one in the reader's language, any other as it was written. */
export const sayCategory = (text: string, into: 'zh' | 'en'): string =>
  categoryOf(text)?.[into] ?? text

const keyOf = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

const byName = new Map(
  categories.flatMap((category) =>
    [category.id, category.zh, category.en].map((name) => [keyOf(name), category] as const),
  ),
)
