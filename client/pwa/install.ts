/**
 * Putting the app on the device's home screen: the browser's own prompt where there is one, kept until a person asks
 * for it; elsewhere which words show the way. Left out: the words.
 */
import { createSignal, type Accessor } from 'solid-js'

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
  readonly page: Pick<Window, 'addEventListener'>
  readonly standalone: boolean
  readonly userAgent: string
  /** Telling an iPad from a Mac: both call themselves Macintosh. */
  readonly touchPoints: number
  readonly memory: Pick<Storage, 'getItem' | 'setItem'>
}

/** Chromium's `beforeinstallprompt`, which no standard's types know. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: string }>
}
const isPrompt = (event: Event): event is InstallPromptEvent => 'prompt' in event

const daysKey = 'asterism.days-of-work'

export function createInstall(of: InstallSurroundings): Install {
  const [way, setWay] = createSignal<InstallWay>(of.standalone ? 'installed' : wayOf(of))
  let kept: InstallPromptEvent | null = null
  of.page.addEventListener('beforeinstallprompt', (event) => {
    // The browser's own bar would come at the first visit, before anybody knows what this is.
    event.preventDefault()
    if (!isPrompt(event)) return
    kept = event
    setWay('prompt')
  })
  of.page.addEventListener('appinstalled', () => void setWay('installed'))
  return {
    way,
    async prompt() {
      const event = kept
      if (event === null) return false
      // The browser takes each prompt once.
      kept = null
      const { outcome } = await event.prompt()
      if (outcome !== 'accepted') setWay('menu')
      return outcome === 'accepted'
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
