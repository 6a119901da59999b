/**
 * Which use a header word names, in Chinese and English, for supplier lists, both Shopify formats and Amazon's flat files.
 * The match is exact after width, case, spaces and brackets are levelled, so `重量（G）` is `重量(g)` and `Parent SKU` is no SKU.
 */
import type { ColumnUse } from './column-use.ts'

export const headerUse = (header: string): ColumnUse | undefined => WORDS.get(levelled(header))

/** Two headers that are the same to a reader. */
export const levelled = (header: string): string =>
  header
    .slice(0, 80)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-/:.*#()[\]【】]/g, '')

const words = (list: string): readonly string[] => list.split(' ')

const USE_WORDS: Partial<Readonly<Record<ColumnUse, readonly string[]>>> = {
  sku: [
    words('sku skuid skucode variantsku itemsku sellersku merchantsku itemno itemnumber'),
    words('productcode articlenumber artikelnummer stylenumber styleno'),
    words('货号 商品货号 商品编码 商品编号 产品编码 产品编号 商家编码 款号 sku编码 sku货号'),
    words('物料编码 物料编号 产品货号 编码 型号'),
  ].flat(),
  name: [
    words('name title productname producttitle itemname itemtitle description1 bezeichnung'),
    words('品名 名称 标题 商品名 商品名称 商品标题 产品名 产品名称 产品标题 货品名称 货名'),
  ].flat(),
  category: [
    words('category type producttype productcategory feedproducttype'),
    words('类目 类别 品类 分类 商品类目 商品分类 产品类目 产品分类'),
  ].flat(),
  option: [
    words('colour color colorname colourname size sizename variant variation style'),
    words('颜色 色号 尺寸 尺码 规格 款式 容量'),
  ].flat(),
  weight: [
    words('weight weightg weightgrams grams variantgrams weightvaluegrams'),
    words('重量 重量g 重量克 克重 净重 净重g 毛重 毛重g'),
  ].flat(),
  weightKg: words('weightkg weightkilograms 重量kg 重量千克 重量公斤 净重kg 毛重kg'),
  barcode: [
    words('barcode ean gtin upc eancode upccode variantbarcode externalproductid'),
    words('条码 条形码 商品条码 产品条码 国际条码'),
  ].flat(),
  note: words('note notes remark remarks comment comments 备注 说明 备注说明'),
  price: [
    words('variantprice price cost costcny costusd costeur costperitem unitprice standardprice'),
    words('供货价 供价 进价 成本 成本价 出厂价 批发价 单价 价格 售价 零售价 建议售价 建议零售价'),
  ].flat(),
  quantity: words('qty quantity stock inventory variantinventoryqty 库存 数量 库存数量 现货数量'),
  date: words('launchdate launch releasedate 计划上架 上架日期 计划上架日期 上架时间 到货日期'),
  certificate: words('certificate certificateno certificatenumber 证书编号 认证编号 证书号'),
  handle: words('handle urlhandle'),
  picture: words('imagesrc productimageurl mainimageurl'),
  pictureText: words('imagealttext productimagealttext imagealt'),
  optionName1: ['option1name'],
  optionValue1: ['option1value'],
  optionName2: ['option2name'],
  optionValue2: ['option2value'],
  optionName3: ['option3name'],
  optionValue3: ['option3value'],
  parentSku: ['parentsku'],
  parentage: ['parentchild'],
  updateDelete: ['updatedelete'],
}

const WORDS: ReadonlyMap<string, ColumnUse> = new Map(
  Object.entries(USE_WORDS).flatMap(([use, list]) =>
    // The keys are those of the record above.
    list.map((word): [string, ColumnUse] => [word, use as ColumnUse]),
  ),
)
