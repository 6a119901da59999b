/** When the index rows of all these briefs have the title, by the page's clock. */
import type { Page } from 'playwright-core'

export async function whenRetitled(
  page: Page,
  names: readonly string[],
  title: string,
): Promise<number> {
  return page.evaluate(
    async ([docs, wanted]) => {
      const all = await indexedDB.databases()
      const name = all.find((one) => /^asterism:[0-9a-hjkmnp-tv-z]{26}$/.test(one.name ?? ''))?.name
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name ?? '')
        request.onsuccess = () => resolve(request.result)
      })
      // One small question at a time, so that asking does not become the work.
      const left = [...docs]
      const end = performance.now() + 120_000
      while (left.length > 0) {
        if (performance.now() > end) throw new Error(`${left.length} were not pulled in time`)
        const row = await new Promise<{ summary: { title: string } } | undefined>((resolve) => {
          const request = database
            .transaction('index')
            .objectStore('index')
            .get(left[0] ?? '')
          request.onsuccess = () => resolve(request.result)
        })
        if (row?.summary.title === wanted) left.shift()
        else await new Promise((resolve) => setTimeout(resolve, 20))
      }
      database.close()
      return performance.now()
    },
    [names, title] as const,
  )
}
