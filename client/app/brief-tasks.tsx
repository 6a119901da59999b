/** Breaking the open brief down, bound to this device's copy of the workspace. */
import { BreakDownEntry } from '#client/features/tasks/break-down/break-down-entry.tsx'
import type { BreakDownCalls } from '#client/features/tasks/break-down/break-down-calls.ts'
import type { FlowCalls } from '#client/features/briefs/flow/flow-calls.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import type { NewDocument } from '#client/replica/new-documents.ts'
import { beginTask, retireTask } from '#shared/documents/commands/tasks.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { documentNamed, topicOf } from '#shared/lib/document-kinds.ts'
import type { DocName, Topic } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'

export interface BriefTasksProps {
  readonly replica: TypedReplica<DocumentSummary>
  /** The brief. */
  readonly name: DocName
  readonly flow: FlowCalls
  readonly documents: readonly IndexEntry<DocumentSummary>[]
  readonly people: readonly Person[]
  readonly nameOf: (member: string) => string
  readonly now: () => number
  readonly canWrite: boolean
  readonly open: (address: string) => void
  readonly knowsPrices: boolean
}

export function BriefTasks(props: BriefTasksProps) {
  const topic = topicOf(props.name)
  const calls: BreakDownCalls = {
    topic,
    flow: () => props.flow.flow(),
    tasks: () =>
      props.documents.flatMap(({ name, summary }) =>
        summary.kind === 'task' && summary.brief === topic
          ? [{ topic: topicOf(name), summary, snapshot: summary.snapshot }]
          : [],
      ),
    async version(step) {
      const doc = await props.flow.snapshot(step)
      if (doc === null) return null
      const brief = readBrief(doc)
      doc.destroy()
      return brief
    },
    async planning() {
      const { createWorkCalendars } = await import('#client/live/work-calendars.ts')
      const people = props.people.filter(({ removed }) => !removed)
      const isHere = new Set(people.map(({ member }) => member))
      const calendars = createWorkCalendars()(
        props.documents,
        (member) => isHere.size === 0 || isHere.has(member),
      )
      return {
        usual: calendars.of(null),
        timeZone: calendars.usual.timeZone,
        now: props.now(),
        peopleFor: (role) =>
          people.flatMap(({ member, functions, access }) =>
            functions.includes(role) && access !== 'viewer' && access !== 'guest'
              ? [{ who: String(member), calendar: calendars.of(member) }]
              : [],
          ),
      }
    },
    async sop() {
      const { sopNow } = await import('./sop-now.ts')
      return sopNow(props.replica.records, props.documents)
    },
    nameOf: (member) => props.nameOf(member),
    async apply({ make, bringBack, retire }, accepted) {
      const { snapshot, contentHash } = accepted
      if (snapshot === null || contentHash === null) return 'not-stored'
      function* begun(): Generator<NewDocument> {
        for (const cell of make)
          yield {
            name: documentNamed('task', cell.topic),
            write: (doc) =>
              beginTask(doc, cell, { snapshot: snapshot ?? '', contentHash: contentHash ?? '' }),
          }
      }
      const made = await props.replica.makeDocuments(begun())
      if (!made.ok) return 'not-stored'
      for (const one of bringBack) await setRetired(props.replica, one, false)
      for (const one of retire) await setRetired(props.replica, one, true)
      return (await props.replica.whenStored()) ? null : 'not-stored'
    },
    estimate: () => (props.knowsPrices ? () => props.open(`/briefs/${props.name}/estimate`) : null),
    show: () => props.open(`/tasks?brief=${topic}`),
  }
  return <BreakDownEntry calls={calls} canWrite={props.canWrite} />
}

/** Opened for as long as it is written. */
async function setRetired(
  replica: BriefTasksProps['replica'],
  topic: Topic,
  retired: boolean,
): Promise<void> {
  const opened = replica.openDocument(documentNamed('task', topic))
  try {
    await opened.whenLoaded
    retireTask(opened.doc(), retired)
  } finally {
    await opened.close()
  }
}
