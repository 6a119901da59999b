/** Columns of a list said one after another, faster than the list is read again: none of what was said is lost. */
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ImportDialog } from '#client/features/briefs/import/import-dialog.tsx'
import { importWords } from '#client/features/briefs/import/words.ts'
import { setLanguage } from '#client/i18n/language.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import type { DocName } from '#shared/lib/ids.ts'

afterEach(cleanup)

test('two columns said at once are both read, and nothing is imported before', async () => {
  setLanguage('en')
  const words = importWords.en
  const doc = new Y.Doc()
  const list = 'Ref\tWas es ist\tGewicht\nA-7\tBecher\t280\nA-8\tSchale\t310\n'
  render(() => (
    <ImportDialog
      open
      onOpenChange={() => undefined}
      given={new File([list], 'pasted.tsv', { type: 'text/tab-separated-values' })}
      doc={doc}
      name={'brief-00000000000000000000000000' as DocName}
      products={[]}
      memory={{ get: () => undefined, keep: () => undefined }}
      onBegin={() => undefined}
      onImported={() => undefined}
    />
  ))
  const say = (column: string, use: string): void => {
    const select = screen.getByLabelText<HTMLSelectElement>(column)
    select.value = use
    fireEvent.change(select)
  }
  await screen.findByLabelText('Ref')
  say('Ref', 'sku')
  say('Was es ist', 'name')
  say('Gewicht', 'weight')
  const write = await waitFor(() => {
    const button = screen.getByRole<HTMLButtonElement>('button', { name: words.import(2) })
    if (button.disabled) throw new Error('not yet')
    return button
  })
  fireEvent.click(write)
  expect(
    readBrief(doc).products.map(({ sku, name, weightGrams }) => [sku, name, weightGrams]),
  ).toEqual([
    ['A-7', 'Becher', 280],
    ['A-8', 'Schale', 310],
  ])
})
