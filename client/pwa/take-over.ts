/**
 * What a page and the service worker of a newer build say to each other before that one takes over. Page to worker
 * `take-over`, worker to every other page `store`, each answers true when all its edits are on the device. A build meets
 * builds of other days here: these words stay as they are.
 */
export const takeOver = 'asterism:take-over'
export const storeNow = 'asterism:store'

/** A frozen tab does not answer. Its edits were put down when it was hidden, and it opens again only by itself. */
const answerMs = 5_000

export interface AskedTab {
  readonly id: string
  postMessage(message: unknown, ports: Transferable[]): void
}

export const isTakeOver = (message: unknown): boolean => message === takeOver
export const isStoreNow = (message: unknown): boolean => message === storeNow

/** False when a tab said that it holds edits which are not on the device. */
export async function askEveryTab(tabs: readonly AskedTab[]): Promise<boolean> {
  const answers = await Promise.all(
    tabs.map((tab) => ask((port) => tab.postMessage(storeNow, [port]), answerMs, true)),
  )
  return answers.every((stored) => stored)
}

/** Sends one end of a channel along and waits for a yes or no on it; `silence` stands for no answer in time. */
export function ask(
  send: (port: MessagePort) => void,
  withinMs: number,
  silence: boolean,
): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const answer = (said: boolean): void => {
      clearTimeout(timer)
      port1.close()
      resolve(said)
    }
    const timer = setTimeout(() => answer(silence), withinMs)
    port1.onmessage = ({ data }: MessageEvent<unknown>) => answer(data === true)
    send(port2)
  })
}
