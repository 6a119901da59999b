/** The app as something kept on this device: its updates, its place on the home screen, the browser's promise to keep it. */
import type { Accessor } from 'solid-js'
import type { InstallPromptEvent } from './install-prompt.ts'
import { createInstall, type Install } from './install.ts'
import { createKeep, type Keep } from './keep.ts'
import { createAppUpdate, type AppUpdate } from './update.ts'

export interface Pwa {
  readonly update: AppUpdate
  readonly install: Install
  readonly keep: Keep
  /** Once, on the page that another tab's update opened again. */
  wasUpdatedElsewhere(): boolean
}

const reopenedKey = 'asterism.updated-elsewhere'
const lookEveryMs = 3_600_000

export function startPwa(offered: Accessor<InstallPromptEvent | null>): Pwa {
  const update = createAppUpdate({
    container: navigator.serviceWorker ?? { controller: null, addEventListener: () => undefined },
    register,
    reload(byOther) {
      if (byOther) sessionStorage.setItem(reopenedKey, 'yes')
      location.reload()
    },
  })
  setInterval(() => void update.look(), lookEveryMs)
  const install = createInstall({
    offered,
    page: window,
    standalone:
      matchMedia('(display-mode: standalone)').matches ||
      ('standalone' in navigator && navigator.standalone === true),
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    memory: localStorage,
  })
  const keep = createKeep(navigator.storage, localStorage)
  addEventListener('appinstalled', () => void keep.ask())
  return {
    update,
    install,
    keep,
    wasUpdatedElsewhere() {
      const was = sessionStorage.getItem(reopenedKey) !== null
      sessionStorage.removeItem(reopenedKey)
      return was
    },
  }
}

/** After the page has what it needs: the app's other parts must not take the network from the first ones. */
async function register(): Promise<ServiceWorkerRegistration | null> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return null
  if (document.readyState !== 'complete')
    await new Promise((loaded) => addEventListener('load', loaded, { once: true }))
  return navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' })
}
