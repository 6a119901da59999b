/**
 * Putting the app on the device's home screen: the browser's own prompt where there is one, kept until a person asks
 * for it; elsewhere which words show the way. Left out: the words.
 */
import { createSignal, type Accessor } from 'solid-js'
import type { InstallPromptEvent } from './install-prompt.ts'

/** `prompt`: the browser asks when told to. The others name where its menu has it. */
export type InstallWay = 'installed' | 'prompt' | 'ios' | 'mac-safari' | 'menu'

export interface Install {
  readonly way: Accessor<InstallWay>
  /** Shows the browser's prompt; true when the person agreed. */
  prompt(): Promise<boolean>
  /** Counts a day of real work; true once in the life of this device, on the second such day. */
  worked(day: string): boolean
}

export interface InstallSurroundings {
  /** The browser's offer as it was caught, null while there is none. */
  readonly offered: Accessor<InstallPromptEvent | null>
  readonly page: Pick<Window, 'addEventListener'>
  readonly standalone: boolean
  readonly userAgent: string
  /** Telling an iPad from a Mac: both call themselves Macintosh. */
  readonly touchPoints: number
  readonly memory: Pick<Storage, 'getItem' | 'setItem'>
}

const daysKey = 'asterism.days-of-work'

export function createInstall(of: InstallSurroundings): Install {
  const [installed, setInstalled] = createSignal(of.standalone)
  const [used, setUsed] = createSignal<InstallPromptEvent | null>(null)
  const elsewhere = wayOf(of)
  /** The browser takes each prompt once. */
  const unused = (): InstallPromptEvent | null => (of.offered() === used() ? null : of.offered())
  const way = (): InstallWay =>
    installed() ? 'installed' : unused() === null ? elsewhere : 'prompt'
  of.page.addEventListener('appinstalled', () => void setInstalled(true))
  return {
    way,
    async prompt() {
      const event = unused()
      if (event === null) return false
      setUsed(event)
      return (await event.prompt()).outcome === 'accepted'
    },
    worked(day) {
      const first = of.memory.getItem(daysKey)
      if (first === null) of.memory.setItem(daysKey, day)
      if (first === null || first === day || first === 'offered' || way() !== 'prompt') return false
      of.memory.setItem(daysKey, 'offered')
      return true
    },
  }
}

function wayOf({ userAgent, touchPoints }: InstallSurroundings): InstallWay {
  const isMac = userAgent.includes('Macintosh')
  if (/iPhone|iPad/.test(userAgent) || (isMac && touchPoints > 1)) return 'ios'
  return isMac && /Version\/\d+.* Safari\//.test(userAgent) ? 'mac-safari' : 'menu'
}
