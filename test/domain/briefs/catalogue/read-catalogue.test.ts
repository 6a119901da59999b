import { describe, expect, test } from 'vitest'
import { catalogueLimits } from '#shared/domain/briefs/catalogue/catalogue-limits.ts'
import { read, readCatalogue, refusalOf, utf8 } from './catalogue-files.ts'

describe('which product a row is', () => {
  test('the SKU decides, else handle and options, else the name', () => {
    const shopify = 'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\n'
    const rows = read(
      `${shopify}cap,Cap,Size,S,CAP-S,9\ncap,,,M,,9\nhat,Hat,Title,Default Title,,9`,
    ).rows
    expect(rows.map((row) => row.key)).toEqual(['sku:CAP-S', 'handle:cap|Size=M', 'handle:hat|'])
    expect(read('品名\n收纳箱').rows.map((row) => row.key)).toEqual(['name:收纳箱'])
  })

  test('all options of a variant stand in its options and its name', () => {
    const header =
      'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant Price'
    const [row] = read(`${header}\ncap,Cap,Size,Small,Color,Red,9`).rows
    expect(row).toMatchObject({ options: 'Size=Small / Color=Red', name: 'Cap · Small · Red' })
  })

  test('the name and encoding of the file change no key', () => {
    const wide = new Uint8Array(
      new Uint16Array([...'SKU\tname\nA-1\tMug'].map((sign) => sign.charCodeAt(0))).buffer,
    )
    expect(read(wide).rows).toEqual(read('SKU,name\r\nA-1,Mug\r\n').rows)
  })

  test('a repeated variant without a SKU is kept once', () => {
    const { rows, problems } = read(
      'Handle,Title,Option1 Name,Option1 Value,Variant Price\ncap,Cap,Size,S,9\ncap,,,S,9',
    )
    expect(rows.length).toBe(1)
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'duplicate-row',
        rowNumber: 3,
        firstRow: 2,
        imported: false,
      }),
    )
  })

  test('a long number stays the text it is', () => {
    const skus = read('SKU,name\n6901234567890123456,A\n6901234567890123457,B').rows.map(
      (row) => row.sku,
    )
    expect(skus).toEqual(['6901234567890123456', '6901234567890123457'])
  })
})

describe('header words', () => {
  test.each([
    ['货号,品名,类目,重量(g)'],
    ['商品编码,名称,分类,重量（G）'],
    ['SKU,Title,Category,Weight'],
    ['sku,Product name,Product type,Weight (g)'],
  ])('%s names SKU, name, category and weight', (header) => {
    expect(read(`${header}\nA-1,Mug,Drinkware,280`).rows).toEqual([
      {
        rowNumber: 2,
        sku: 'A-1',
        name: 'Mug',
        category: 'Drinkware',
        handle: '',
        options: '',
        barcode: '',
        note: '',
        weightGrams: 280,
        key: 'sku:A-1',
      },
    ])
  })

  test('a list without a SKU or name column waits for a person to say which it is', () => {
    const list = 'Colour,Size\nred,S'
    expect(read(list)).toMatchObject({ isMapped: false, rows: [], titles: ['Colour', 'Size'] })
    const said = read(list, undefined, { uses: ['name', 'option'] })
    expect(said.rows).toMatchObject([{ name: 'red', options: 'Size=S', key: 'name:red|Size=S' }])
  })

  test('blank rows above the header do not matter and are counted', () => {
    expect(read('\n,,\nSKU,name\nA-1,Mug').rows.map((row) => row.rowNumber)).toEqual([4])
  })

  test('the SKU of another product is no SKU: only exact words count', () => {
    expect(read('Parent SKU,Brand name\nA,B').isMapped).toBe(false)
  })
})

describe('rows', () => {
  test('a cell with line breaks is one row', () => {
    const { rows } = read('SKU;name\r\nA-1;"Mug\r\nblue; ""large"""\r\nA-2;Cap\r\n')
    expect(rows.map((row) => [row.rowNumber, row.name])).toEqual([
      [2, 'Mug\nblue; "large"'],
      [3, 'Cap'],
    ])
  })

  test('a name with commas in a list of one column is one name', () => {
    expect(read('品名\nMug, blue, large').rows.map((row) => row.name)).toEqual(['Mug, blue, large'])
  })

  test('a product whose SKU is a word for totals is a product when it has a name', () => {
    const { rows, problems } = read('SKU,name,Qty\nSUM,Summer hat,3\n合计,,3')
    expect(rows.map((row) => row.sku)).toEqual(['SUM'])
    expect(problems.map((problem) => [problem.code, problem.rowNumber])).toEqual([
      ['totals-row', 3],
    ])
  })

  test('more cells than headers are told: a comma without quotes shifts what follows', () => {
    const { problems } = read('SKU,name\nA-1,Mug, blue')
    expect(problems).toEqual([{ code: 'long-row', rowNumber: 2, column: null, imported: true }])
  })

  test('spaces after commas are told where they touch a SKU, and nowhere else', () => {
    const { rows, problems } = read('name, SKU\nMug , A-1')
    expect(rows[0]).toMatchObject({ name: 'Mug', sku: 'A-1' })
    expect(problems.map(({ code, column }) => [code, column])).toEqual([['trimmed', 'SKU']])
  })

  test('remarks on a repeated row say that it was not imported', () => {
    const { problems } = read('SKU,name\nA-1,Mug\n A-1,Mug')
    expect(problems.map((problem) => problem.rowNumber !== null && problem.imported)).toEqual([
      false,
      false,
    ])
  })

  test('where no row of a list has a SKU, names tell products apart and it is said once', () => {
    const { rows, problems } = read('SKU,name\n,Mug\n,Cap')
    expect(rows.map((row) => row.key)).toEqual(['name:Mug', 'name:Cap'])
    expect(problems).toEqual([{ code: 'missing-sku', rowNumber: null, column: 'SKU', count: 2 }])
  })

  test('where some variants of a Shopify file have a SKU, the others are named and imported', () => {
    const header = 'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price'
    const { rows, problems } = read(`${header}\ncap,Cap,Size,S,CAP-S,9\ncap,,,M,,9`)
    expect(rows.length).toBe(2)
    expect(problems).toEqual([
      { code: 'missing-sku', rowNumber: 3, column: 'Variant SKU', value: '', imported: true },
    ])
  })
})

describe('limits', () => {
  const list = (rows: number): string =>
    `SKU,name${Array.from({ length: rows }, (_, at) => `\nA-${at},Mug`).join('')}`
  const limits = { ...catalogueLimits, maxBytes: 400, maxRows: 5, maxCell: 10 }

  test('a file at the limit is read, one byte more is refused', () => {
    const text = 'SKU,name\nA,B\n'
    expect(refusalOf(text, { ...limits, maxBytes: text.length })).toBe('read')
    expect(refusalOf(text, { ...limits, maxBytes: text.length - 1 })).toBe('file-too-large')
  })

  test('rows at the limit are read, one row more is refused', () => {
    expect(refusalOf(list(5), limits)).toBe('read')
    expect(refusalOf(`${list(5)}\r\n`, limits)).toBe('read')
    expect(refusalOf(list(6), limits)).toBe('too-many-rows')
  })

  test('a cell at the limit is read, one character more costs its row and says where', () => {
    expect(read('SKU,name\nA,0123456789', limits).rows).toHaveLength(1)
    const { rows, problems } = read('SKU,name\nA,B\nB,0123456789x', limits)
    expect(rows.map(({ sku }) => sku)).toEqual(['A'])
    expect(problems).toMatchObject([
      { code: 'cell-too-long', rowNumber: 3, column: 'name', imported: false },
    ])
  })

  test('a long description in a column we do not take over refuses nothing', () => {
    expect(read(`SKU,name,Body (HTML)\nA,Mug,${'x'.repeat(200_000)}`).rows.length).toBe(1)
    expect(read(`SKU,name\nA,${'x'.repeat(200_000)}`).rows.length).toBe(0)
  })

  test('2,000 columns are read, one more is refused', () => {
    expect(refusalOf(`SKU${',a'.repeat(1_999)}\nA`)).toBe('read')
    expect(refusalOf(`SKU${',a'.repeat(2_000)}\nA`)).toBe('too-many-columns')
  })

  test.each([
    ['line ends', '\n', 'too-many-rows'],
    ['blank rows', ',\n', 'too-many-rows'],
    ['delimiters', ',', 'too-many-columns'],
    ['quotation marks', '"', 'broken-quotes'],
    ['quoted line ends', '"\n', 'too-many-rows'],
  ])('five megabytes of %s are answered', (_, sign, code) => {
    const filling = sign.repeat(Math.floor(5_000_000 / sign.length))
    expect(refusalOf(`SKU,name\n${filling}x`, catalogueLimits)).toBe(code)
  })
})

describe('what cannot be read says why', () => {
  test('an unclosed quotation mark is refused with its row, so that no product is swallowed', () => {
    expect(readCatalogue(utf8('SKU,name\nA-1,Mug\nA-2,"Cap\nA-3,Hat'), 'a.csv')).toEqual({
      ok: false,
      refusal: { code: 'broken-quotes', rowNumber: 3 },
    })
  })

  test('an inch sign inside a cell is no quotation mark', () => {
    expect(read('SKU,name\nA-1,Frame 5" x 7"').rows[0]?.name).toBe('Frame 5" x 7"')
  })

  test('a web page under the name of a workbook asks for CSV', () => {
    const answer = readCatalogue(
      utf8('<html><table><tr><td>货号</td></tr></table></html>'),
      '商品.xls',
    )
    expect(answer).toEqual({ ok: false, refusal: { code: 'workbook-save-as-csv' } })
  })

  test('a file with nothing in it is empty', () => {
    for (const text of ['', '\uFEFF', '\r\n\r\n', ' \t \n'])
      expect(refusalOf(text)).toBe('empty-file')
  })
})
