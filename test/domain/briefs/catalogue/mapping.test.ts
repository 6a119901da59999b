/** Which column is what: guessed from headings, said by a person, remembered for the next list with the same headings. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnUses, isManifold } from '#shared/domain/briefs/catalogue/column-use.ts'
import { guessUses } from '#shared/domain/briefs/catalogue/columns.ts'
import { headingsKey } from '#shared/domain/briefs/catalogue/headings-key.ts'
import { remembered, toRemember } from '#shared/domain/briefs/catalogue/remembered-uses.ts'
import { read } from './catalogue-files.ts'

const word = fc.constantFrom(
  ...['货号', '款号', '品名', 'SKU', 'Name', '类目', '颜色', '尺码', '重量(g)', '重量(kg)', '条码'],
  ...[
    '备注',
    '供货价',
    'Qty',
    'Stoff',
    'Handle',
    'Option1 Value',
    '',
    '  ',
    '__proto__',
    'constructor',
  ],
)
const titles = fc.array(fc.oneof(word, fc.string({ maxLength: 12 })), { maxLength: 20 })
const use = fc.constantFrom(...columnUses)

test('a guess gives every column one use, and what can be only once is there once', () => {
  fc.assert(
    fc.property(titles, (headings) => {
      const uses = guessUses(headings)
      expect(uses).toHaveLength(headings.length)
      const single = uses.filter((one) => !isManifold(one))
      expect(new Set(single).size).toBe(single.length)
    }),
  )
})

test('what a person said of headings comes back for the same headings in any order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1 }),
      fc.infiniteStream(use),
      (headings, said) => {
        const uses = headings.map(() => said.next().value ?? 'none')
        const kept: unknown = JSON.parse(JSON.stringify(toRemember(headings, uses)))
        const turned = headings.toReversed()
        const expected = headings
          .map((title, at) => (title === '' ? 'none' : uses[at]))
          .toReversed()
        const back = remembered(turned, kept)
        if (headings.some((title) => title !== '' && title !== '__proto__'))
          expect(back?.filter((_, at) => turned[at] !== '__proto__')).toEqual(
            expected.filter((_, at) => turned[at] !== '__proto__'),
          )
      },
    ),
  )
})

test('whatever stands on the desk in their place, columns are guessed as if nothing did', () => {
  fc.assert(
    fc.property(titles, fc.jsonValue(), (headings, kept) => {
      const uses = remembered(headings, kept)
      if (uses !== null) expect(uses.every((one) => columnUses.includes(one))).toBe(true)
    }),
  )
  expect(remembered(['SKU'], { SKU: 'sku', other: 3 })).toEqual(['sku'])
  expect(remembered(['SKU'], { SKU: 'a use of a later version' })).toBeNull()
})

test('any use of any column reads without throwing, and gives each product a key of its own', () => {
  const cells = fc.array(
    fc.array(fc.constantFrom('A', 'B-1', '12', '', '=1', '总计', '2.5E+9'), {
      minLength: 4,
      maxLength: 5,
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(cells, fc.array(use, { maxLength: 6 }), fc.nat(6), (rows, uses, headerRow) => {
      const text = ['a,b,c,d', ...rows.map((row) => row.join(','))].join('\n')
      const list = read(text, undefined, {
        uses,
        headerRow: Math.min(headerRow + 1, rows.length + 1),
      })
      expect(new Set(list.rows.map(({ key }) => key)).size).toBe(list.rows.length)
      expect(list.isMapped).toBe(list.uses.includes('sku') || list.uses.includes('name'))
    }),
  )
})

describe('a set of headings has one name', () => {
  test('whatever their order, case and width', () => {
    expect(headingsKey(['货号', '重量（G）', 'Name'])).toBe(
      headingsKey(['name', '货号', '重量(g)']),
    )
    expect(headingsKey(['货号', '品名'])).not.toBe(headingsKey(['货号']))
  })

  test('it never changes: desks hold it', () => {
    expect(headingsKey(['SKU', 'Name'])).toMatchInlineSnapshot(`"z321ng525hbcafdd"`)
  })
})

describe('a header is found where it stands', () => {
  test('below titles and notes', () => {
    const list = read('2026 冬季清单\n更新：11-16\n\n货号,品名\nA-1,杯子')
    expect([list.headerRow, list.rows.map(({ sku, rowNumber }) => [sku, rowNumber])]).toEqual([
      4,
      [['A-1', 5]],
    ])
  })

  test('or where a person says it does', () => {
    const list = read('SKU,Name\nStyle,Titel\nA-1,Cup', undefined, {
      headerRow: 2,
      uses: ['sku', 'name'],
    })
    expect(list.rows.map(({ sku, name }) => [sku, name])).toEqual([['A-1', 'Cup']])
  })
})

test.each([
  ['款号,品名,尺码,条形码,说明', 'sku,name,option,barcode,note'],
  ['产品编号,产品名称,品类,色号,克重,库存', 'sku,name,category,option,weight,quantity'],
  ['Artikelnummer,Bezeichnung,EAN,Size', 'sku,name,barcode,option'],
  [
    'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Grams',
    'handle,name,optionName1,optionValue1,sku,weight',
  ],
  [
    'URL handle,Title,Option1 name,Option1 value,SKU,Weight value (grams),Barcode,Product image URL,Image alt text',
    'handle,name,optionName1,optionValue1,sku,weight,barcode,picture,pictureText',
  ],
])('%s is understood', (header, uses) => {
  expect(guessUses(header.split(',')).join(',')).toBe(uses)
})
