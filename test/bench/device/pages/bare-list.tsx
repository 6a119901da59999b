/**
 * The least a Solid page can do to show the same rows: one database, one getAll, one list. As many rows as are
 * asked for stand in a list of full height. Kept offline by a service worker that only keeps it.
 */
import { createSignal, For, Show } from 'solid-js'
import { render } from 'solid-js/web'
import { asked } from './result.ts'

interface Row {
  readonly doc: string
  readonly summary: {
    readonly title: string
    readonly wantedBy: string | null
    readonly markets: readonly string[]
  }
}

const rowHeight = 63
const place = document.getElementById('app')
if (place !== null) render(() => <BareList />, place)
if (navigator.serviceWorker.controller === null) void navigator.serviceWorker.register('/sw.js')

function BareList() {
  const [rows, setRows] = createSignal<readonly Row[]>([])
  const request = indexedDB.open('bare')
  request.onupgradeneeded = () => request.result.createObjectStore('index', { keyPath: 'doc' })
  request.onsuccess = () => {
    const all = request.result.transaction('index').objectStore('index').getAll()
    all.onsuccess = () => setRows(all.result)
  }
  const shown = (): readonly Row[] =>
    asked('rows') === 'all' ? rows() : rows().slice(0, Number(asked('rows')))
  return (
    <Show when={rows().length > 0}>
      <nav style={{ height: `${rows().length * rowHeight}px` }}>
        <For each={shown()}>
          {({ doc, summary }) => (
            <a
              class="ui-list-row"
              href={`/briefs/${doc}`}
              style={{ display: 'block', height: `${rowHeight}px` }}
            >
              <span>{summary.title}</span>
              <span>{summary.markets.join(' · ')}</span>
              <span>{summary.wantedBy}</span>
            </a>
          )}
        </For>
      </nav>
    </Show>
  )
}
