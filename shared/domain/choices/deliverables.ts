/**
 * The catalogue of what a brief can order: its kind, how much of it one product can have, and in how many ways it can be made.
 * A data table; ids never change. Where a platform has room for it stands in slots.ts.
 */
export type DeliverableKind = 'image' | 'video' | 'copy' | 'mixed'
export type DeliverableFamily = 'gallery' | 'enhanced' | 'video' | 'ads' | 'page' | 'copy'
export type Complexity = 'static' | 'motion' | '3d'

export interface Deliverable {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly kind: DeliverableKind
  readonly family: DeliverableFamily
  /** Of one product, on any platform. */
  readonly most: number
  /** The usual one first. */
  readonly complexities: readonly Complexity[]
  readonly note?: { readonly zh: string; readonly en: string }
}

export const deliverableById = (id: string): Deliverable | null =>
  deliverables.find((deliverable) => deliverable.id === id) ?? null

export const isComplexity = (value: string): value is Complexity =>
  value === 'static' || value === 'motion' || value === '3d'

export const deliverables: readonly Deliverable[] = [
  {
    id: 'main-image',
    zh: '主图',
    en: 'Main image',
    kind: 'image',
    family: 'gallery',
    most: 1,
    complexities: ['static', '3d'],
    note: {
      zh: '不带文字和标志，不用翻译',
      en: 'Carries no text or logo, so nothing is translated',
    },
  },
  {
    id: 'secondary-image',
    zh: '副图',
    en: 'Secondary image',
    kind: 'image',
    family: 'gallery',
    most: 8,
    complexities: ['static', '3d'],
  },
  {
    id: 'scene-image',
    zh: '场景图',
    en: 'Scene image',
    kind: 'image',
    family: 'gallery',
    most: 4,
    complexities: ['static', '3d'],
    note: {
      zh: '平台只有图库时占一个副图位置',
      en: 'Takes a secondary place where the platform has one gallery only',
    },
  },
  {
    id: 'feature-image',
    zh: '功能图',
    en: 'Feature image',
    kind: 'image',
    family: 'gallery',
    most: 6,
    complexities: ['static', '3d'],
    note: {
      zh: '平台只有图库时占一个副图位置',
      en: 'Takes a secondary place where the platform has one gallery only',
    },
  },
  {
    id: 'size-chart',
    zh: '尺寸图',
    en: 'Size chart',
    kind: 'image',
    family: 'gallery',
    most: 2,
    complexities: ['static'],
    note: {
      zh: '平台只有图库时占一个副图位置',
      en: 'Takes a secondary place where the platform has one gallery only',
    },
  },
  {
    id: 'aplus-module',
    zh: 'A+ 模块',
    en: 'A+ module',
    kind: 'mixed',
    family: 'enhanced',
    most: 7,
    complexities: ['static', '3d'],
  },
  {
    id: 'ebc-module',
    zh: 'EBC 图文模块',
    en: 'EBC module',
    kind: 'mixed',
    family: 'enhanced',
    most: 7,
    complexities: ['static'],
    note: {
      zh: '供应商账号用；卖家账号选 A+，同一款不要两样都选',
      en: 'For vendor accounts; sellers choose A+. Not both for one product',
    },
  },
  {
    id: 'brand-story',
    zh: '品牌故事',
    en: 'Brand story',
    kind: 'mixed',
    family: 'enhanced',
    most: 1,
    complexities: ['static', 'motion'],
  },
  {
    id: 'short-video',
    zh: '短视频',
    en: 'Short video',
    kind: 'video',
    family: 'video',
    most: 6,
    complexities: ['motion', '3d'],
  },
  {
    id: 'live-script',
    zh: '直播脚本',
    en: 'Live-stream script',
    kind: 'copy',
    family: 'video',
    most: 2,
    complexities: ['static'],
  },
  {
    id: 'ad-creative',
    zh: '广告创意',
    en: 'Ad creative',
    kind: 'mixed',
    family: 'ads',
    most: 8,
    complexities: ['static', 'motion', '3d'],
  },
  {
    id: 'detail-page',
    zh: '详情页',
    en: 'Detail page',
    kind: 'mixed',
    family: 'page',
    most: 1,
    complexities: ['static', 'motion'],
  },
  {
    id: 'title',
    zh: '标题',
    en: 'Title',
    kind: 'copy',
    family: 'copy',
    most: 1,
    complexities: ['static'],
  },
  {
    id: 'item-highlights',
    zh: '商品亮点',
    en: 'Item highlights',
    kind: 'copy',
    family: 'copy',
    most: 1,
    complexities: ['static'],
  },
  {
    id: 'bullets',
    zh: '五点描述',
    en: 'Bullet points',
    kind: 'copy',
    family: 'copy',
    most: 1,
    complexities: ['static'],
  },
  {
    id: 'description',
    zh: '商品描述',
    en: 'Description',
    kind: 'copy',
    family: 'copy',
    most: 1,
    complexities: ['static'],
  },
  {
    id: 'search-terms',
    zh: '搜索词',
    en: 'Search terms',
    kind: 'copy',
    family: 'copy',
    most: 1,
    complexities: ['static'],
  },
  {
    id: 'subtitles',
    zh: '字幕',
    en: 'Subtitles',
    kind: 'copy',
    family: 'video',
    most: 6,
    complexities: ['static'],
  },
]
