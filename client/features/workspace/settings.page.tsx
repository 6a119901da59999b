/** The workspace's settings: its name, currency and working week, what it works on, and a pilot. */
import { createEffect, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { follow } from '#client/live/follow.ts'
import { useDocument } from '#client/live/use-document.ts'
import type { Replica } from '#client/replica/replica.ts'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Text } from '#client/ui/text.tsx'
import { readWorkspace } from '#shared/documents/readers/read-workspace.ts'
import { rootMap } from '#shared/documents/roots.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type * as Y from 'yjs'
import { NameSection } from './name-section.tsx'
import { PhrasesSection } from './phrases-section.tsx'
import { PilotSection } from './pilot-section.tsx'
import { PricesSection } from './prices-section.tsx'
import { ScopeSection } from './scope-section.tsx'
import { SopSection } from './sop-section.tsx'
import { WeekSection } from './week-section.tsx'
import { workspaceWords } from './words.ts'

export interface SettingsPageProps {
  readonly replica: Replica
  /** The workspace's document. */
  readonly name: DocName
  readonly mayChange: boolean
  /** May read the price table. */
  readonly knowsPrices: boolean
  /** To where one came from, on phones. */
  readonly back: { readonly label: string; readonly onBack: () => void }
}

export function SettingsPage(props: SettingsPageProps) {
  const words = useWords(workspaceWords)
  const live = useDocument(props.replica, props.name)
  createEffect(() => {
    document.title = words().settings
  })
  return (
    <>
      <PageHead title={words().settings} back={{ ...props.back, onPhones: true }} />
      <Page>
        <Show when={!props.mayChange}>
          <Text kind="quiet">{words().readOnly}</Text>
        </Show>
        <Show when={live.doc()} keyed>
          {(doc) => (
            <Settings
              doc={doc}
              founded={props.replica.identity.workspace.name}
              readOnly={!props.mayChange}
              knowsPrices={props.knowsPrices}
            />
          )}
        </Show>
      </Page>
    </>
  )
}

function Settings(props: {
  readonly doc: Y.Doc
  readonly founded: string
  readonly readOnly: boolean
  readonly knowsPrices: boolean
}) {
  const workspace = follow(
    () => props.doc,
    (doc) => [rootMap(doc, 'fields'), rootMap(doc, 'short'), rootMap(doc, 'scope')],
    readWorkspace,
  )
  return (
    <>
      <NameSection {...props} workspace={workspace()} />
      <WeekSection {...props} workspace={workspace()} />
      <ScopeSection {...props} workspace={workspace()} />
      <PilotSection {...props} workspace={workspace()} />
      <SopSection />
      <Show when={props.knowsPrices}>
        <PricesSection />
      </Show>
      <PhrasesSection />
    </>
  )
}
