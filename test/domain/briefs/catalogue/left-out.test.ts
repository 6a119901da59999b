import { expect, test } from 'vitest'
import { leftOutRows } from '#shared/domain/briefs/catalogue/left-out.ts'
import { readCatalogue } from '#shared/domain/briefs/catalogue/read-catalogue.ts'

const read = (text: string) => {
  const answer = readCatalogue(new TextEncoder().encode(text), 'list.csv')
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

test('columns nothing was taken from are named in the order of the file', () => {
  const { unusedColumns } = read('Supplier,SKU,Name,,Price,SKU\nA,1-a,Cup,x,3,1-b\n')
  expect(unusedColumns).toEqual(['Supplier', 'Price', 'SKU'])
  expect(read('SKU,Name\n1-a,Cup\n').unusedColumns).toEqual([])
})

test('each row left out counts once, for the reason it was left out, and a blank row is nobody’s loss', () => {
  const { problems, rows } = read(
    'SKU,Name\nA-1,Cup\n\nA-1 ,Cup again\nA-1,Cup once more\nB-2,Bowl\n',
  )
  expect(rows).toHaveLength(2)
  expect(leftOutRows(problems)).toEqual({ rows: 2, reasons: [['duplicate-sku', 2]] })
  expect(leftOutRows([])).toEqual({ rows: 0, reasons: [] })
})
