/** The Web Lock of a device's tabs: one holds it, others queue, and a thief is heard of. Left out: what it is for (lead.ts). */
export function createLock() {
  type Wanting = { readonly lost: () => void; readonly grant: () => void; isGone: () => boolean }
  let holder: Wanting | null = null
  let queue: Wanting[] = []
  const next = (): void => {
    queue = queue.filter((one) => !one.isGone())
    holder = queue.shift() ?? null
    holder?.grant()
  }
  return {
    want(how: { readonly steal: boolean; lost(): void }, isAlive: () => boolean) {
      let grant = (_release: () => void): void => undefined
      const granted = new Promise<() => void>((resolve) => (grant = resolve))
      let gone = false
      const letGo = (): void => {
        if (gone) return
        gone = true
        if (holder === me) next()
      }
      const me: Wanting = {
        lost: () => void (isAlive() && how.lost()),
        grant: () => grant(letGo),
        isGone: () => gone || !isAlive(),
      }
      if (how.steal && holder !== null) {
        const robbed = holder
        holder = me
        robbed.lost()
        me.grant()
      } else if (holder === null) {
        holder = me
        me.grant()
      } else queue.push(me)
      return { granted, letGo }
    },
  }
}
