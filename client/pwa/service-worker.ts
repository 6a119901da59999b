/**
 * The service worker: keeps the whole app of one build on the device and answers every screen with it, network or not.
 * Left out: everything the relay answers (/sync, /doc, /api, /healthz, /metrics), which is never kept, and when to take
 * over from an older build, which people say (update.ts).
 */
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { askEveryTab, isTakeOver, type AskedTab } from './take-over.ts'

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface HeardEvent extends LastingEvent {
  readonly data: unknown
  readonly source: { readonly id: string } | null
  readonly ports: readonly MessagePort[]
}
/** As much of ServiceWorkerGlobalScope as is used here: its own library of types would replace the page's. */
declare const self: {
  // The build puts the list of files here.
  readonly __WB_MANIFEST: Parameters<typeof precacheAndRoute>[0]
  readonly clients: {
    claim(): Promise<void>
    matchAll(of: { type: 'window'; includeUncontrolled: true }): Promise<readonly AskedTab[]>
  }
  skipWaiting(): Promise<void>
  addEventListener(name: 'activate', listener: (event: LastingEvent) => void): void
  addEventListener(name: 'message', listener: (event: HeardEvent) => void): void
}

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/(sync|doc|api|healthz|metrics)(\/|\?|$)/],
  }),
)

// The page of the first visit is served from here, too, so that its later parts work without a network.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  if (isTakeOver(event.data)) event.waitUntil(takeOver(event))
})

async function takeOver({ source, ports }: HeardEvent): Promise<void> {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const stored = await askEveryTab(tabs.filter(({ id }) => id !== source?.id))
  ports[0]?.postMessage(stored)
  if (stored) await self.skipWaiting()
}
