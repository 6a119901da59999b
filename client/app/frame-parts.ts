/** Parts of the frame that come after the first screen. Left out: the pages (workspace.tsx). */
import { later } from '#client/ui/later.tsx'
import { afterFirstScreen } from './after-first-screen.ts'

// All at once and while all is well: on the day the browser takes its storage back they may not be there to fetch.
export const StatusNotice = later(async () => {
  await afterFirstScreen()
  return (await import('./status/status-notice.tsx')).StatusNotice
})
export const KeptApp = later(async () => {
  await afterFirstScreen()
  return (await import('./kept-app.tsx')).KeptApp
})

export const NothingShared = later(async () => (await import('./nothing-shared.tsx')).NothingShared)

export const SecondOwner = later(async () => {
  await afterFirstScreen()
  return (await import('#client/features/people/second-owner.tsx')).SecondOwner
})

export const SearchPalette = later(async () => (await import('./search/palette.tsx')).SearchPalette)
export const Shortcuts = later(async () => (await import('./search/shortcuts.tsx')).Shortcuts)

export const TaskPane = later(async () => (await import('./task-pane.tsx')).TaskPane)

export const BriefOverview = later(async () => {
  // Beside the list, which is shown first.
  await afterFirstScreen()
  return (await import('#client/features/briefs/brief-overview.tsx')).BriefOverview
})

export const ToastRegion = later(async () => {
  await afterFirstScreen()
  return (await import('#client/ui/toast-region.tsx')).ToastRegion
})
