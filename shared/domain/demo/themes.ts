/**
 * What the generated briefs are about: invented product lines as a seller would file them, in the language of the person
 * who files. A data table; demo-briefs.ts makes briefs of it.
 */
export interface Theme {
  readonly language: 'zh' | 'en'
  readonly code: string
  readonly title: string
  readonly category: string
  readonly product: string
  readonly variants: readonly (readonly [code: string, name: string])[]
  readonly weightGrams: number
  readonly points: readonly string[]
  readonly targets: readonly (readonly [market: string, locale: string])[]
  readonly notes: readonly string[]
}

export const themes: readonly Theme[] = [
  {
    language: 'zh',
    code: 'CUP',
    title: '便携咖啡杯 首批 12 款',
    category: '杯壶水具',
    product: '陶瓷内胆咖啡杯',
    variants: [
      ['350-GRN', '350 ml 苔绿'],
      ['350-SND', '350 ml 沙色'],
      ['350-INK', '350 ml 墨蓝'],
      ['500-BLK', '500 ml 炭黑'],
      ['500-OAT', '500 ml 燕麦白'],
    ],
    weightGrams: 262,
    points: [
      '倒置 30 秒不漏，随包通勤',
      '陶瓷内胆，咖啡没有金属味',
      '杯底 66 mm，放得进常见车载杯架',
      '杯盖三件可拆，能进洗碗机上层',
    ],
    targets: [
      ['DE', 'de-DE'],
      ['FR', 'fr-FR'],
      ['US', 'en-US'],
    ],
    notes: ['浅灰背景，侧逆光，杯身只留一条高光。', '德国站不要出现“环保”字样，没有证书。'],
  },
  {
    language: 'zh',
    code: 'RNB',
    title: '儿童雨靴 春季换新',
    category: '童鞋',
    product: '儿童防滑雨靴',
    variants: [
      ['24-YLW', '24 码 柠檬黄'],
      ['26-YLW', '26 码 柠檬黄'],
      ['24-NVY', '24 码 海军蓝'],
      ['26-NVY', '26 码 海军蓝'],
    ],
    weightGrams: 540,
    points: [
      '鞋口有提手，三岁孩子自己能穿',
      '鞋底纹深 4 mm，湿地砖上不打滑',
      '内里可拆，晾一晚就干',
    ],
    targets: [
      ['TH', 'th-TH'],
      ['VN', 'vi-VN'],
    ],
    notes: ['要有孩子自己穿鞋的连续三张。', '泰国站的模特不要露脚底。'],
  },
  {
    language: 'zh',
    code: 'MIR',
    title: 'LED 化妆镜 主图与尺寸图',
    category: '美妆工具',
    product: '三色温化妆镜',
    variants: [
      ['20-WHT', '20 cm 白'],
      ['20-PNK', '20 cm 藕粉'],
      ['28-WHT', '28 cm 白'],
    ],
    weightGrams: 880,
    points: [
      '显色指数 95，粉底颜色看得准',
      '充一次电用 14 天，每天 20 分钟',
      '镜面可转 180 度，背面五倍放大',
    ],
    targets: [
      ['US', 'en-US'],
      ['JP', 'ja-JP'],
    ],
    notes: ['尺寸图同时写厘米和英寸。', '日本站要标 PSE。'],
  },
  {
    language: 'en',
    code: 'HRN',
    title: 'Dog harness, reflective range',
    category: 'Pet supplies',
    product: 'Reflective dog harness',
    variants: [
      ['S-ORG', 'S orange'],
      ['M-ORG', 'M orange'],
      ['L-ORG', 'L orange'],
      ['M-NVY', 'M navy'],
    ],
    weightGrams: 215,
    points: [
      'Seen from 120 m in headlights',
      'Two-clip fit: on in four seconds without lifting a paw',
      'Front ring turns a puller sideways instead of choking',
    ],
    targets: [
      ['GB', 'en-GB'],
      ['US', 'en-US'],
    ],
    notes: [
      'Show the harness on a short-haired and a long-haired dog.',
      'No claims about veterinary approval.',
    ],
  },
  {
    language: 'zh',
    code: 'BOX',
    title: '折叠收纳箱 场景图与短视频',
    category: '家居收纳',
    product: '可折叠收纳箱',
    variants: [
      ['30-CLR', '30 L 透明'],
      ['55-CLR', '55 L 透明'],
      ['55-GRY', '55 L 浅灰'],
    ],
    weightGrams: 1650,
    points: [
      '十秒收成 7 cm 高，塞进床底',
      '空箱叠放承重 80 kg，盖子不塌',
      '前开门，叠着也能取东西',
    ],
    targets: [
      ['ID', 'id-ID'],
      ['MY', 'ms-MY'],
      ['SG', 'en-SG'],
    ],
    notes: ['短视频开头三秒就要折叠的动作。'],
  },
  {
    language: 'zh',
    code: 'LMP',
    title: '护眼台灯 波兰与德国加急',
    category: '灯具照明',
    product: '折臂护眼台灯',
    variants: [
      ['E27-WHT', '白 夹子款'],
      ['E27-BLK', '黑 底座款'],
    ],
    weightGrams: 1320,
    points: [
      '灯臂一推到位，松手不往下掉',
      '照度到 AA 级，写字没有手影',
      '旋钮无级调光，记住上次亮度',
    ],
    targets: [
      ['PL', 'pl-PL'],
      ['DE', 'de-DE'],
    ],
    notes: ['品牌规范还没有，先按中性灰做。', '能效标签用欧盟新版。'],
  },
  {
    language: 'en',
    code: 'YGA',
    title: 'Yoga set for Ramadan evenings',
    category: 'Sports and outdoors',
    product: 'Yoga set',
    variants: [
      ['3PC-SGE', '3 pieces sage'],
      ['3PC-MVE', '3 pieces mauve'],
      ['5PC-SGE', '5 pieces sage'],
    ],
    weightGrams: 2100,
    points: [
      'Mat grips on tile with wet feet',
      'Fits the small carry bag with the strap closed',
      'Blocks keep their shape after 5,000 presses',
    ],
    targets: [
      ['ID', 'id-ID'],
      ['MY', 'ms-MY'],
    ],
    notes: ['Models in long sleeves and leggings.', 'Evening light, no food in the frame.'],
  },
  {
    language: 'zh',
    code: 'TRP',
    title: '手机三脚架 直播套装',
    category: '手机配件',
    product: '伸缩手机三脚架',
    variants: [
      ['170-BLK', '170 cm 黑'],
      ['170-WHT', '170 cm 白'],
      ['120-BLK', '120 cm 黑'],
    ],
    weightGrams: 640,
    points: [
      '一拉一锁，八秒架好',
      '底盘压低重心，装补光灯不晃',
      '遥控器十米内有效，充一次用两个月',
    ],
    targets: [
      ['GB', 'en-GB'],
      ['DE', 'de-DE'],
      ['AE', 'ar-AE'],
    ],
    notes: ['阿联酋站文案从右往左排，图上少放字。'],
  },
]
