/** The browser's offer to install, caught when it comes: that may be before anything else of client/pwa is here. */
import { createSignal, type Accessor } from 'solid-js'

/** Chromium's `beforeinstallprompt`, which no standard's types know. */
export interface InstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: string }>
}

export function catchInstallPrompt(): Accessor<InstallPromptEvent | null> {
  const [caught, setCaught] = createSignal<InstallPromptEvent | null>(null)
  addEventListener('beforeinstallprompt', (event) => {
    // The browser's own bar would come at the first visit, before anybody knows what this is.
    event.preventDefault()
    if (isPrompt(event)) setCaught(event)
  })
  return caught
}

const isPrompt = (event: Event): event is InstallPromptEvent => 'prompt' in event
