/**
 * Which column a header word names, in Chinese and English, for plain lists and for both Shopify export formats. The
 * match is exact after width, case, spaces and brackets are levelled, so `重量（G）` is `重量(g)` and `Parent SKU` is no SKU.
 */
export type Meaning =
  | { readonly field: Field }
  | { readonly field: 'weight'; readonly gramsPerUnit: number }
  | { readonly field: 'optionName' | 'optionValue'; readonly option: 1 | 2 | 3 }

export type Field = 'sku' | 'name' | 'category' | 'handle' | 'price' | 'picture'

export const headerMeaning = (header: string): Meaning | undefined => WORDS.get(levelled(header))

const levelled = (header: string): string =>
  header
    .slice(0, 80)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-/:.*#()[\]【】]/g, '')

const words = (list: string): readonly string[] => list.split(' ')

const FIELD_WORDS: Readonly<Record<Field, readonly string[]>> = {
  sku: [
    words('sku skuid skucode variantsku itemsku sellersku itemno itemnumber productcode'),
    words('货号 商品货号 商品编码 商品编号 产品编码 产品编号 商家编码 款号 sku编码 sku货号'),
  ].flat(),
  name: [
    words('name title productname producttitle itemname itemtitle'),
    words('品名 名称 标题 商品名 商品名称 商品标题 产品名 产品名称 产品标题'),
  ].flat(),
  category: [
    words('category type producttype productcategory'),
    words('类目 类别 品类 分类 商品类目 商品分类 产品类目 产品分类'),
  ].flat(),
  handle: words('handle urlhandle'),
  price: words('variantprice price'),
  picture: words('imagesrc productimageurl'),
}

const GRAM_WORDS = [
  words('weight weightg weightgrams grams variantgrams weightvaluegrams'),
  words('重量 重量g 重量克 克重'),
].flat()
const KILOGRAM_WORDS = words('weightkg weightkilograms 重量kg 重量千克 重量公斤')

const WORDS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...Object.entries(FIELD_WORDS).flatMap(([field, list]) =>
    isField(field) ? list.map((word): [string, Meaning] => [word, { field }]) : [],
  ),
  ...GRAM_WORDS.map((word): [string, Meaning] => [word, { field: 'weight', gramsPerUnit: 1 }]),
  ...KILOGRAM_WORDS.map((word): [string, Meaning] => [
    word,
    { field: 'weight', gramsPerUnit: 1000 },
  ]),
  ...([1, 2, 3] as const).flatMap((option): [string, Meaning][] => [
    [`option${option}name`, { field: 'optionName', option }],
    [`option${option}value`, { field: 'optionValue', option }],
  ]),
])

function isField(name: string): name is Field {
  return name in FIELD_WORDS
}
