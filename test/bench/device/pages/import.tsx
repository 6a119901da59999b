/**
 * A list of products parsed and shown for choosing: the dialog as it is, the same dialog with its reading on this thread, and Papa Parse
 * making arrays of the text and no more. Answers how long until rows are painted (or parsed); the browser's own trace tells the tasks.
 */
import Papa from 'papaparse'
import { render } from 'solid-js/web'
import * as Y from 'yjs'
import { ImportDialog } from '#client/features/briefs/import/import-dialog.tsx'
import overlay from '#client/ui/overlay.css?inline'
import table from '#client/ui/table.css?inline'
import type { DocName } from '#shared/lib/ids.ts'
import { answer, asked } from './result.ts'
import { begins } from '../import-mark.ts'
import { longList } from '../../../support/long-list.ts'

answer(async () => {
  const text = longList(Number(asked('rows')))
  const way = asked('way')
  const shown = document.createElement('style')
  shown.textContent = overlay + table
  document.head.append(shown)
  // What a browser without workers is told.
  if (way === 'main-thread') Reflect.deleteProperty(globalThis, 'Worker')
  await quiet()
  performance.mark(begins)
  const from = performance.now()
  const rows = await (way === 'papaparse-alone' ? parse(text) : lookAt(text))
  const ms = performance.now() - from
  return { ms, rows }
})

async function parse(text: string): Promise<number> {
  return Papa.parse<string[]>(text).data.length
}

/** Rows in the page once a frame with them is painted. */
async function lookAt(text: string): Promise<number> {
  const app = document.getElementById('app')
  if (app === null) throw new Error('no place for the dialog')
  const given = new File([text], 'whole-range.csv', { type: 'text/csv' })
  const doc = new Y.Doc()
  render(
    () => (
      <ImportDialog
        open
        onOpenChange={() => undefined}
        given={given}
        doc={doc}
        name={'brief-00000000000000000000000000' as DocName}
        products={[]}
        memory={{ get: () => undefined, keep: () => undefined }}
        onBegin={() => undefined}
        onImported={() => undefined}
      />
    ),
    app,
  )
  await new Promise<void>((resolve) => {
    const seen = new MutationObserver(() => {
      // All fifty thousand stand in the table, of which a few rows are drawn.
      const all = document.querySelector('table')?.getAttribute('aria-rowcount')
      if (all !== String(Number(asked('rows')) + 1)) return
      seen.disconnect()
      resolve()
    })
    seen.observe(document, { childList: true, subtree: true, attributes: true })
  })
  await painted()
  return document.querySelectorAll('tbody th').length
}

/** The task behind a frame: it has been painted. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
  })
}

/** What the start of a page leaves behind is over. */
function quiet(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 2_000 }))
}
