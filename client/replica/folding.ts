/** When documents are folded: some quiet after they changed, one after the other, by the tab that leads. */
import type { DocName } from '#shared/lib/ids.ts'
import type { DeviceEnvironment } from './environment.ts'
import type { Store } from './store.ts'

/** Opening a document reads its rows one by one: at so many it takes about as long as merging them does. */
const rowsToFold = 100
const quietMs = 5_000

export interface Folding {
  touch(doc: DocName): void
  stop(): void
}

export function createFolding(
  environment: DeviceEnvironment,
  store: Store,
  leads: () => boolean,
): Folding {
  const touched = new Set<DocName>()
  let isFolding = false
  let callOff = (): void => undefined

  const plan = (): void => {
    callOff()
    callOff = environment.after(quietMs, () => void foldTouched())
  }
  const foldTouched = async (): Promise<void> => {
    if (isFolding) return plan()
    isFolding = true
    const docs = leads() ? [...touched] : []
    touched.clear()
    for (const doc of docs) {
      try {
        // Later than the first screen: it is work for a quiet moment.
        const { fold } = await import('./fold.ts')
        await store.fold(doc, rowsToFold, fold)
      } catch (fault) {
        // The rows stay as they are.
        console.error(`${doc} could not be folded`, fault)
      }
    }
    isFolding = false
  }
  return {
    touch(doc) {
      touched.add(doc)
      plan()
    },
    stop: () => callOff(),
  }
}
