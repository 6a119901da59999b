/** What this device holds and whether it stays: changes not sent, the browser's promise, space, the app, a file of everything. */
import { createSignal, onCleanup, onMount } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { Pwa } from '#client/pwa/pwa.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import { Page } from '#client/ui/page.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { AppSection } from './app-section.tsx'
import { ExportSection } from './export-section.tsx'
import { KeepingSection } from './keeping-section.tsx'
import { LinkSection } from './link-section.tsx'
import { RoomSection } from './room-section.tsx'
import { WorkspacesSection, type WorkspaceCalls } from './workspaces-section.tsx'
import { WorkspaceSection } from './workspace-section.tsx'
import type { ListedDocument } from './listed-document.ts'
import { WorkSection } from './work-section.tsx'
import { deviceWords } from './words.ts'

export interface DevicePageProps {
  readonly replica: Replica
  readonly pwa: Pwa
  readonly status: OverallStatus
  readonly documents: readonly ListedDocument[]
  readonly workspaces: WorkspaceCalls
  readonly now: () => number
  /** To the page with this person's devices. */
  readonly onDevices: () => void
  /** To where one came from, on phones; null where this page has a place in the bar. */
  readonly back: { readonly label: string; readonly onBack: () => void } | null
}

/** The age of the oldest change is told in minutes. */
const tickMs = 30_000

export function DevicePage(props: DevicePageProps) {
  const words = useWords(deviceWords)
  const [now, setNow] = createSignal(props.now())
  onMount(() => {
    document.title = words().title
    const timer = setInterval(() => setNow(props.now()), tickMs)
    onCleanup(() => clearInterval(timer))
  })
  return (
    <>
      <PageHead
        title={words().title}
        back={props.back === null ? undefined : { ...props.back, onPhones: true }}
      />
      <Page>
        <WorkSection
          replica={props.replica}
          status={props.status}
          documents={props.documents}
          now={now()}
        />
        <RoomSection replica={props.replica} documents={props.documents} now={now()} />
        <LinkSection
          replica={props.replica}
          isApple={props.pwa.install.way() === 'ios'}
          now={props.now}
          onDevices={props.onDevices}
        />
        <KeepingSection keep={props.pwa.keep} storage={props.status.storage} now={now()} />
        <AppSection pwa={props.pwa} />
        <WorkspacesSection calls={props.workspaces} />
        <WorkspaceSection replica={props.replica} documents={props.documents} now={props.now} />
        <ExportSection replica={props.replica} now={props.now} />
      </Page>
    </>
  )
}
