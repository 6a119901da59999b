/**
 * What a brief is judged by, version 1 of the method: each item's weight, whether it must be there, when it counts more, and the
 * sentence that says what is missing. A data table; ids never change. Left out: when an item applies (weights.ts) and when it
 * is there (judge-items.ts).
 */
export type ItemId =
  | 'products'
  | 'targets'
  | 'deliverables'
  | 'selling-points'
  | 'proof'
  | 'references'
  | 'reference-lessons'
  | 'photos'
  | 'design-rules'
  | 'compliance'
  | 'audience'
  | 'tone'
  | 'due'
  | 'video-hook'
  | 'video-length'
  | 'size-facts'
  | 'aplus-order'
  | 'brand-story'
  | 'keywords'
  | 'live-facts'
  | 'ad-goal'
  | 'glossary'

/** `category`: one of the products is of these. */
export type Condition =
  | { readonly category: readonly string[] }
  | { readonly platform: string }
  | 'video-chosen'
  | 'only-copy-chosen'

export interface Said {
  readonly zh: string
  readonly en: string
}

export interface QualityItem {
  readonly id: ItemId
  readonly label: Said
  readonly weight: number
  /** A brief cannot be submitted without it. */
  readonly hard: boolean
  readonly missing: Said
  /** Where a part of it counts: what is still to be done. */
  readonly partial?: Said
  readonly adapt?: readonly { readonly when: Condition; readonly times: number }[]
}

/** From this score on a brief is submitted without a reason. */
export const scoreBar = 70
export const pointsPerFlag = 2
export const mostPointsOfFlags = 12

export const qualityItems: readonly QualityItem[] = [
  {
    id: 'products',
    label: { zh: '产品', en: 'Products' },
    weight: 10,
    hard: true,
    missing: {
      zh: '还没有完整的产品，至少一款要有 SKU、品名和类目',
      en: 'No complete product yet: at least one needs a SKU, a name and a category',
    },
  },
  {
    id: 'targets',
    label: { zh: '平台、市场与语言', en: 'Platform, market and language' },
    weight: 10,
    hard: true,
    missing: {
      zh: '选平台、市场和语言，能做哪些图和文案由它们决定',
      en: 'Choose a platform, a market and a language; what can be delivered depends on them',
    },
  },
  {
    id: 'deliverables',
    label: { zh: '交付物与数量', en: 'Deliverables and quantities' },
    weight: 12,
    hard: true,
    missing: {
      zh: '还没选这些平台能用的交付物，例如主图 1、副图 5、短视频 1',
      en: 'No deliverable these platforms have room for, such as 1 main image, 5 secondary images, 1 short video',
    },
  },
  {
    id: 'selling-points',
    label: { zh: '排好序的卖点', en: 'Ranked selling points' },
    weight: 14,
    hard: true,
    missing: {
      zh: '写三条卖点，最重要的在前，画面照这个顺序安排',
      en: 'Write three selling points, the strongest first; pictures follow that order',
    },
    partial: {
      zh: '卖点还不到三条，画面照这个顺序安排',
      en: 'Fewer than three selling points; pictures follow their order',
    },
  },
  {
    id: 'proof',
    label: { zh: '卖点的依据', en: 'Proof of the points' },
    weight: 8,
    hard: false,
    missing: {
      zh: '前三条卖点要有依据：一个数字、一份检测或一个文件，否则合规时会退回',
      en: 'The first three points need proof: a figure, a test or a file, or compliance sends them back',
    },
    adapt: [
      {
        when: { category: ['baby', 'health-wellness', 'beauty-skincare', 'consumer-electronics'] },
        times: 1.5,
      },
    ],
  },
  {
    id: 'references',
    label: { zh: '竞品参考', en: 'Competitor references' },
    weight: 10,
    hard: true,
    missing: {
      zh: '还没有参考，至少放一条，最好三条，链接或截图都行',
      en: 'No reference yet: one at least, three at best, each a link or a picture',
    },
    partial: {
      zh: '参考不到三条，三条能看出共同的做法',
      en: 'Fewer than three references; three show what they share',
    },
  },
  {
    id: 'reference-lessons',
    label: { zh: '学什么、避开什么', en: 'What to learn and avoid' },
    weight: 5,
    hard: false,
    missing: {
      zh: '每条参考写一句学它什么、一句避开什么',
      en: 'Give every reference a sentence on what to learn and one on what to avoid',
    },
  },
  {
    id: 'photos',
    label: { zh: '现有素材或拍摄', en: 'Photos or a shoot' },
    weight: 6,
    hard: true,
    missing: {
      zh: '列出现有照片，或者勾选需要拍摄，写场地和样品到货的日期',
      en: 'List the photos there are, or ask for a shoot with its place and the day the sample arrives',
    },
    adapt: [
      { when: 'video-chosen', times: 1.5 },
      { when: 'only-copy-chosen', times: 0 },
    ],
  },
  {
    id: 'design-rules',
    label: { zh: '设计规范', en: 'Design rules' },
    weight: 4,
    hard: true,
    missing: {
      zh: '选「已有规范」并写明是哪一份，或者选「从零开始」',
      en: 'Choose “rules exist” and say which, or “from scratch”',
    },
    adapt: [{ when: 'only-copy-chosen', times: 0.5 }],
  },
  {
    id: 'compliance',
    label: { zh: '合规限制', en: 'Limits and claims' },
    weight: 7,
    hard: true,
    missing: {
      zh: '写下限制，例如 FDA 食品接触、CE、不能宣称的功效；确实没有就勾选「没有已知限制」',
      en: 'Name the limits, such as FDA food contact, CE, claims not allowed; if there are none, tick “no limits known”',
    },
    adapt: [
      {
        when: {
          category: [
            'baby',
            'health-wellness',
            'beauty-skincare',
            'pets',
            'small-appliances',
            'lighting',
          ],
        },
        times: 1.5,
      },
    ],
  },
  {
    id: 'audience',
    label: { zh: '目标人群', en: 'Audience' },
    weight: 6,
    hard: true,
    missing: {
      zh: '一句话说清给谁看、他在什么场合用，十二个字以上',
      en: 'Say in a sentence who it is for and when they use it, in eight words or more',
    },
  },
  {
    id: 'tone',
    label: { zh: '调性', en: 'Tone' },
    weight: 3,
    hard: false,
    missing: {
      zh: '写两样以上看得见的东西，用逗号隔开，例如：浅灰底，侧光，不出现人脸',
      en: 'Name two things or more that can be seen, with commas: light grey ground, side light, no faces',
    },
    adapt: [{ when: 'video-chosen', times: 1.5 }],
  },
  {
    id: 'due',
    label: { zh: '希望交付', en: 'Wanted by' },
    weight: 5,
    hard: true,
    missing: {
      zh: '选一个还没过的日期，排期从它往回算',
      en: 'Pick a day that is not past; the plan is made back from it',
    },
  },
  {
    id: 'video-hook',
    label: { zh: '视频开头', en: 'Opening of the video' },
    weight: 8,
    hard: false,
    missing: {
      zh: '写前 3 秒看到什么、听到什么',
      en: 'Say what is seen and heard in the first 3 seconds',
    },
    adapt: [{ when: { platform: 'tiktok-shop' }, times: 1.5 }],
  },
  {
    id: 'video-length',
    label: { zh: '时长与画幅', en: 'Length and aspect' },
    weight: 3,
    hard: false,
    missing: {
      zh: '写视频几秒、什么画幅，例如 25 秒、9:16',
      en: 'Give the video’s seconds and aspect, such as 25 and 9:16',
    },
  },
  {
    id: 'size-facts',
    label: { zh: '尺寸数据', en: 'Size data' },
    weight: 5,
    hard: false,
    missing: {
      zh: '要做尺寸图：在产品资料里写出每个尺寸的数值、单位和依据文件',
      en: 'A size chart is wanted: give each size its value, its unit and the file that proves it',
    },
  },
  {
    id: 'aplus-order',
    label: { zh: '每个模块的用途', en: 'Purpose of each module' },
    weight: 5,
    hard: false,
    missing: {
      zh: '给每个图文模块写一句它要回答的疑问',
      en: 'Give every module a line: the doubt it answers',
    },
  },
  {
    id: 'brand-story',
    label: { zh: '品牌素材', en: 'Brand facts' },
    weight: 3,
    hard: false,
    missing: {
      zh: '品牌故事要有真事可写：哪一年、在哪里、做过什么，六十个字以上',
      en: 'A brand story needs true facts: the year, the place, what happened, in forty words or more',
    },
  },
  {
    id: 'keywords',
    label: { zh: '关键词', en: 'Keywords' },
    weight: 6,
    hard: false,
    missing: {
      zh: '标题和五点要关键词：每个市场的每种语言至少五个，写明来源',
      en: 'Titles and bullets need keywords: five for each market and language, with their source',
    },
    adapt: [{ when: { platform: 'amazon' }, times: 1.2 }],
  },
  {
    id: 'live-facts',
    label: { zh: '直播货盘', en: 'Live line-up' },
    weight: 5,
    hard: false,
    missing: {
      zh: '直播脚本要货盘：讲哪些产品、价格区间、什么不能说',
      en: 'A live script needs a line-up: which products, their price range, what must not be said',
    },
  },
  {
    id: 'ad-goal',
    label: { zh: '投放目标', en: 'Goal of the ads' },
    weight: 4,
    hard: false,
    missing: {
      zh: '写广告投在哪里、看哪个指标、要验证什么假设',
      en: 'Say where the ads run, which metric they move and what they test',
    },
  },
  {
    id: 'glossary',
    label: { zh: '术语', en: 'Terms' },
    weight: 3,
    hard: false,
    missing: {
      zh: '要做多种语言：至少写三个必须统一或者不能用的词',
      en: 'More than one language: name three terms or more that must be used, or must not',
    },
  },
]

export const qualityItemById = (id: ItemId): QualityItem => {
  const item = qualityItems.find((one) => one.id === id)
  if (item === undefined) throw new Error(`no item ${id}`)
  return item
}
