/** How complete a brief is, beside it or above it, with what lies outside this workspace's scope. */
import { Show } from 'solid-js'
import type * as Y from 'yjs'
import { QualityLine } from '#client/features/briefs/quality/quality-line.tsx'
import { QualityRail } from '#client/features/briefs/quality/quality-rail.tsx'
import { follow } from '#client/live/follow.ts'
import { useDocument } from '#client/live/use-document.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { Scope } from '#shared/domain/workspace/workspace.ts'
import { readWorkspace } from '#shared/documents/readers/read-workspace.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { workspaceDocument } from '#shared/lib/document-kinds.ts'

export interface BriefQualityProps {
  readonly replica: Replica
  readonly doc: Y.Doc
  readonly as: 'rail' | 'line'
  /** Whether the workspace's settings reach this person. */
  readonly isInside: boolean
}

export function BriefQuality(props: BriefQualityProps) {
  return (
    <Show when={props.isInside} fallback={<Shown {...props} scope={null} />}>
      <WithScope {...props} />
    </Show>
  )
}

function WithScope(props: BriefQualityProps) {
  const settings = useDocument(
    props.replica,
    workspaceDocument(props.replica.identity.workspace.id),
  )
  return (
    <Show when={settings.doc()} keyed fallback={<Shown {...props} scope={null} />}>
      {(doc) => {
        const workspace = follow(
          () => doc,
          (from) => [rootMap(from, 'scope'), rootMap(from, 'fields')],
          readWorkspace,
        )
        return <Shown {...props} scope={workspace().scope} />
      }}
    </Show>
  )
}

function Shown(props: BriefQualityProps & { readonly scope: Scope | null }) {
  return (
    <Show when={props.as === 'rail'} fallback={<QualityLine doc={props.doc} scope={props.scope} />}>
      <QualityRail doc={props.doc} scope={props.scope} />
    </Show>
  )
}
