/**
 * Work on a document that waits for some quiet after it changed: folding its rows, comparing it with what others show. One
 * document after the other, by the tab that leads. Left out: the work itself (fold.ts, comparing.ts).
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { DeviceEnvironment } from './environment.ts'

const quietMs = 5_000

export interface Quiet {
  touch(doc: DocName): void
  stop(): void
}

/** A work that fails leaves the document as it is; the others still come. */
export function createQuiet(
  environment: DeviceEnvironment,
  leads: () => boolean,
  works: readonly ((doc: DocName) => Promise<unknown>)[],
): Quiet {
  const touched = new Set<DocName>()
  let isWorking = false
  let callOff = (): void => undefined

  const plan = (): void => {
    callOff()
    callOff = environment.after(quietMs, () => void workOff())
  }
  const workOff = async (): Promise<void> => {
    if (isWorking) return plan()
    isWorking = true
    const docs = leads() ? [...touched] : []
    touched.clear()
    for (const doc of docs)
      for (const work of works)
        await work(doc).catch((fault: unknown) => console.error(`${doc} was left as it is`, fault))
    isWorking = false
  }
  return {
    touch(doc) {
      touched.add(doc)
      plan()
    },
    stop: () => callOff(),
  }
}
