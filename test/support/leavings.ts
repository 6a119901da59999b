/** A browser's synchronous storage, in memory: what a page puts down as it ends. */
import type { DeviceEnvironment } from '#client/replica/environment.ts'

export function createLeavings(): DeviceEnvironment['leavings'] & { clear(): void } {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, text) => void entries.set(key, text),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  }
}
