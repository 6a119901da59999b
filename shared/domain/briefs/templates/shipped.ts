/** The twelve templates that come with the app: a data table. */
import type { ShippedTemplate } from './template.ts'

const both = (zh: string, en: string) => ({ zh, en })
const same = (text: string) => ({ zh: text, en: text })

export const shippedTemplates: readonly ShippedTemplate[] = [
  {
    id: 'amazon-full',
    name: both('亚马逊全套 listing', 'Amazon, a whole listing'),
    about: both(
      '新品上架：主图到五点，先美国站',
      'A new product from main image to bullets, US first',
    ),
    category: 'home-storage',
    targets: [['amazon', 'US', 'en-US']],
    deliverables: [
      ['main-image', 1],
      ['secondary-image', 6],
      ['size-chart', 1],
      ['title', 1],
      ['bullets', 1],
      ['search-terms', 1],
    ],
    modules: [],
    limits: [],
    claims: [both('最好、第一、保证', 'Best, number one, guaranteed')],
    video: null,
    notes: [
      both(
        '副图顺序按卖点顺序排，一张只讲一件事。',
        'Secondary images follow the order of the selling points, one thing each.',
      ),
      both('尺寸图同时写厘米和英寸。', 'The size chart gives centimetres and inches.'),
    ],
  },
  {
    id: 'amazon-eu',
    name: both('亚马逊欧洲多站', 'Amazon Europe, several markets'),
    about: both(
      '德法意西四站，一套图，四种文案',
      'DE, FR, IT and ES: one set of pictures, four languages',
    ),
    category: 'kitchen',
    targets: [
      ['amazon', 'DE', 'de-DE'],
      ['amazon', 'FR', 'fr-FR'],
      ['amazon', 'IT', 'it-IT'],
      ['amazon', 'ES', 'es-ES'],
    ],
    deliverables: [
      ['main-image', 1],
      ['secondary-image', 6],
      ['size-chart', 1],
      ['title', 1],
      ['bullets', 1],
    ],
    modules: [],
    limits: [same('LFGB')],
    claims: [both('环保、天然（没有证书时）', 'Eco, natural (without a certificate)')],
    video: null,
    notes: [
      both(
        '图上文字留出德语的长度，约为中文的两倍半。',
        'Leave room for German on the pictures: about a third longer than English.',
      ),
      both('只用公制单位。', 'Metric units only.'),
    ],
  },
  {
    id: 'amazon-aplus',
    name: both('亚马逊 A+ 页面', 'Amazon A+ page'),
    about: both(
      '已上架商品补 A+，五块加品牌故事',
      'Five modules and a brand story for a product already listed',
    ),
    category: 'consumer-electronics',
    targets: [['amazon', 'US', 'en-US']],
    deliverables: [
      ['aplus-module', 5],
      ['brand-story', 1],
    ],
    modules: [
      [
        'aplus-module',
        both(
          '它解决什么麻烦：使用前后各一格',
          'The trouble it takes away: one frame before, one after',
        ),
      ],
      [
        'aplus-module',
        both('第 1 个卖点和测试条件', 'Selling point 1 with the conditions of its test'),
      ],
      ['aplus-module', both('尺寸：放在手里和放在桌上', 'Size: in a hand and on a table')],
      ['aplus-module', both('怎么装、怎么洗、怎么收', 'How it is set up, cleaned and put away')],
      ['aplus-module', both('几款怎么选', 'Which of the versions is for whom')],
    ],
    limits: [same('CE'), same('FCC')],
    claims: [],
    video: null,
    notes: [
      both(
        '每一块只回答买家的一个疑问，写在用途里。',
        'Each module answers one doubt of the buyer: write it as its purpose.',
      ),
    ],
  },
  {
    id: 'tiktok-video',
    name: both('TikTok Shop 带货视频', 'TikTok Shop videos'),
    about: both('三条短视频加封面图，美国站', 'Three short videos and a cover, US'),
    category: 'beauty-skincare',
    targets: [['tiktok-shop', 'US', 'en-US']],
    deliverables: [
      ['main-image', 1],
      ['short-video', 3],
      ['subtitles', 3],
      ['title', 1],
      ['description', 1],
    ],
    modules: [],
    limits: [],
    claims: [both('治疗、根治、医生推荐', 'Cures, heals, recommended by doctors')],
    video: { seconds: 20, aspect: '9:16' },
    notes: [
      both(
        '三条视频三个开头，前 3 秒不能一样。',
        'Three videos, three openings: their first 3 seconds differ.',
      ),
      both('下方三分之一不放字，会被按钮挡住。', 'No text in the lowest third: buttons cover it.'),
    ],
  },
  {
    id: 'tiktok-sea',
    name: both('TikTok Shop 东南亚', 'TikTok Shop, South-East Asia'),
    about: both('印尼、泰国、越南三站，短视频为主', 'ID, TH and VN, mostly short videos'),
    category: 'hair-personal-care',
    targets: [
      ['tiktok-shop', 'ID', 'id-ID'],
      ['tiktok-shop', 'TH', 'th-TH'],
      ['tiktok-shop', 'VN', 'vi-VN'],
    ],
    deliverables: [
      ['main-image', 1],
      ['secondary-image', 3],
      ['short-video', 2],
      ['title', 1],
      ['description', 1],
    ],
    modules: [],
    limits: [],
    claims: [],
    video: { seconds: 18, aspect: '9:16' },
    notes: [
      both(
        '印尼站人物穿长袖长裤，画面里没有酒和猪肉。',
        'Indonesia: long sleeves and trousers, no alcohol or pork in the frame.',
      ),
      both('泰国站不拍脚底，不碰头顶。', 'Thailand: no soles of feet, nobody touches a head.'),
    ],
  },
  {
    id: 'shopee-listing',
    name: both('Shopee 上新', 'Shopee listing'),
    about: both('封面图、副图、描述，印尼和马来', 'Cover, pictures and description for ID and MY'),
    category: 'home-storage',
    targets: [
      ['shopee', 'ID', 'id-ID'],
      ['shopee', 'MY', 'ms-MY'],
    ],
    deliverables: [
      ['main-image', 1],
      ['secondary-image', 5],
      ['feature-image', 2],
      ['title', 1],
      ['description', 1],
    ],
    modules: [],
    limits: [],
    claims: [],
    video: null,
    notes: [
      both(
        '封面图在手机上只有 160 像素宽，字不超过 6 个。',
        'The cover is 160 pixels wide on a phone: six words at most.',
      ),
    ],
  },
  {
    id: 'live-stream',
    name: both('直播专场', 'Live stream'),
    about: both('直播脚本、货盘和预热视频', 'Script, line-up and a teaser video'),
    category: 'sports-fitness',
    targets: [['shopee', 'ID', 'id-ID']],
    deliverables: [
      ['live-script', 1],
      ['short-video', 1],
      ['main-image', 1],
    ],
    modules: [],
    limits: [],
    claims: [both('全网最低价', 'Lowest price anywhere')],
    video: { seconds: 15, aspect: '9:16' },
    notes: [
      both(
        '货盘按讲解顺序排，价格写区间。',
        'The line-up stands in the order of the script, prices as ranges.',
      ),
      both('开播时间写当地时间。', 'The time it begins is local time.'),
    ],
  },
  {
    id: 'ads-test',
    name: both('广告素材 A/B', 'Ad creatives, A and B'),
    about: both('一个假设，两组素材', 'One assumption, two sets'),
    category: 'phone-accessories',
    targets: [['independent-site', 'US', 'en-US']],
    deliverables: [
      ['ad-creative', 4],
      ['short-video', 2],
    ],
    modules: [],
    limits: [],
    claims: [],
    video: { seconds: 15, aspect: '9:16' },
    notes: [both('两组只差一处，写清楚差在哪里。', 'The two sets differ in one thing: say which.')],
  },
  {
    id: 'baby',
    name: both('母婴用品', 'Baby products'),
    about: both(
      '合规要求最严的一类，先把证据备齐',
      'The strictest category: gather the proofs first',
    ),
    category: 'baby',
    targets: [
      ['amazon', 'US', 'en-US'],
      ['amazon', 'DE', 'de-DE'],
    ],
    deliverables: [
      ['main-image', 1],
      ['secondary-image', 6],
      ['size-chart', 1],
      ['title', 1],
      ['bullets', 1],
    ],
    modules: [],
    limits: [
      same('CPSIA'),
      same('EN 71'),
      both('月龄必须写清楚', 'The age in months must be given'),
    ],
    claims: [both('绝对安全、医用级、防呛', 'Absolutely safe, medical grade, prevents choking')],
    video: null,
    notes: [
      both(
        '宝宝只出现手和嘴，不露正脸时要有监护人授权。',
        'Faces of babies only with their guardians’ consent.',
      ),
      both(
        '每个安全类卖点附检测报告编号。',
        'Every claim of safety comes with the number of its test report.',
      ),
    ],
  },
  {
    id: 'food-contact',
    name: both('杯壶厨具', 'Drinkware and kitchen'),
    about: both('食品接触类，美德两站', 'Food contact, US and DE'),
    category: 'drinkware',
    targets: [
      ['amazon', 'US', 'en-US'],
      ['amazon', 'DE', 'de-DE'],
    ],
    deliverables: [
      ['main-image', 1],
      ['secondary-image', 6],
      ['size-chart', 1],
      ['aplus-module', 5],
      ['title', 1],
      ['bullets', 1],
    ],
    modules: [
      ['aplus-module', both('一只手怎么开：三步', 'Opening it with one hand: three steps')],
      [
        'aplus-module',
        both('保温或保冷曲线和测试条件', 'Curve of hot or cold, with the conditions'),
      ],
      [
        'aplus-module',
        both('放进哪里：杯架、包、洗碗机', 'Where it fits: cup holder, bag, dishwasher'),
      ],
      ['aplus-module', both('拆洗：几个零件', 'Taking it apart: how many parts')],
      ['aplus-module', both('容量怎么选', 'Which size for whom')],
    ],
    limits: [same('FDA food contact'), same('LFGB')],
    claims: [both('杀菌、永久保温', 'Kills germs, keeps hot for ever')],
    video: null,
    notes: [
      both(
        '底径、容量、耐温写测量值，不写“大容量”。',
        'Give base, volume and temperature as measured, not “large”.',
      ),
    ],
  },
  {
    id: 'apparel',
    name: both('服装上新', 'Apparel'),
    about: both('尺码图最重要，独立站', 'The size chart matters most; own shop'),
    category: 'apparel-women',
    targets: [
      ['independent-site', 'US', 'en-US'],
      ['independent-site', 'GB', 'en-GB'],
    ],
    deliverables: [
      ['main-image', 1],
      ['secondary-image', 6],
      ['size-chart', 2],
      ['description', 1],
    ],
    modules: [],
    limits: [],
    claims: [both('显瘦多少斤', 'Makes you look so many pounds slimmer')],
    video: null,
    notes: [
      both('尺码图用平铺量法，量两件取平均。', 'Measure flat, two pieces, and take the mean.'),
      both('大码用大码模特。', 'Large sizes are worn by large-size models.'),
    ],
  },
  {
    id: 'copy-only',
    name: both('只要文案', 'Copy only'),
    about: both(
      '图片不动，重写标题、五点和搜索词',
      'Pictures stay; title, bullets and search terms anew',
    ),
    category: 'home-textiles',
    targets: [
      ['amazon', 'GB', 'en-GB'],
      ['amazon', 'FR', 'fr-FR'],
    ],
    deliverables: [
      ['title', 1],
      ['bullets', 1],
      ['search-terms', 1],
      ['description', 1],
    ],
    modules: [],
    limits: [],
    claims: [],
    video: null,
    notes: [
      both(
        '每个站至少 5 个关键词，写明来源和日期。',
        'At least five keywords per market, with source and date.',
      ),
    ],
  },
]
