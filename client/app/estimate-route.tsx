/** The estimate of one brief, bound to this device's copy: the brief, what was chosen for it, the prices and the tasks. */
import { useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createSignal, Show } from 'solid-js'
import { followQuality } from '#client/features/briefs/quality/follow-quality.ts'
import { EstimatePage, type Estimated } from '#client/features/estimates/estimate.page.tsx'
import { QuotesSection } from '#client/features/estimates/quotes-section.tsx'
import { follow } from '#client/live/follow.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { useDocument } from '#client/live/use-document.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import { settleChoices } from '#shared/domain/estimates/choices.ts'
import { estimate } from '#shared/domain/estimates/estimate.ts'
import { piecesOf } from '#shared/domain/estimates/pieces.ts'
import type { Sop } from '#shared/domain/tasks/sop.ts'
import { setCostChoice } from '#shared/documents/commands/costs.ts'
import { readCosts } from '#shared/documents/readers/read-costs.ts'
import { readPrices } from '#shared/documents/readers/read-prices.ts'
import { rootMap } from '#shared/documents/roots.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { costsBeside, pricesDocument, topicOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { sopNow } from './sop-now.ts'
import { teamRework } from './team-rework.ts'

export interface EstimateRouteProps {
  readonly replica: TypedReplica<DocumentSummary>
  /** The brief. */
  readonly name: DocName
  readonly title: string
  /** False where only its card is on this device. */
  readonly isHere: boolean
  readonly tasks: readonly ListedTask[]
  readonly documents: readonly IndexEntry<DocumentSummary>[]
  /** The length of the browser's history when the app started. */
  readonly arrivedHere: number
  readonly now: () => number
}

export function EstimateRoute(props: EstimateRouteProps) {
  const navigate = useNavigate()
  const { replica } = props
  const brief = useDocument(replica, props.name)
  const costs = useDocument(replica, costsBeside(props.name))
  const prices = useDocument(replica, pricesDocument(replica.identity.workspace.id))
  const [sop, setSop] = createSignal<Sop | null>(null)
  createEffect(() => {
    void sopNow(replica.records, props.documents).then((now) => setSop(() => now.sop))
  })
  const back = (): void =>
    history.length > props.arrivedHere ? history.back() : navigate(`/briefs/${props.name}`)
  const parts = createMemo(() => {
    const [from, chosen, table, version] = [brief.doc(), costs.doc(), prices.doc(), sop()]
    return from && chosen && table && version
      ? { brief: from, costs: chosen, prices: table, sop: version }
      : null
  })
  const waiting = () => (
    <EstimatePage
      title={props.title}
      estimated={null}
      isAway={!props.isHere}
      readOnly
      onChoose={() => undefined}
      onBack={back}
    />
  )
  return (
    <Show when={props.isHere ? parts() : null} keyed fallback={waiting()}>
      {(docs) => {
        const judged = followQuality(() => docs.brief)
        const chosen = follow(
          () => docs.costs,
          (doc) => [rootMap(doc, 'fields'), rootMap(doc, 'quotes')],
          readCosts,
        )
        const table = follow(
          () => docs.prices,
          (doc) => [rootMap(doc, 'fields'), rootMap(doc, 'prices')],
          readPrices,
        )
        const topic = topicOf(props.name)
        const tasks = createMemo(() =>
          props.tasks.flatMap(({ summary }) => (summary.brief === topic ? [summary] : [])),
        )
        const team = createMemo(() => teamRework(props.tasks))
        const estimated = createMemo((): Estimated => {
          const { brief: now, quality } = judged()
          const { choices } = chosen()
          const found = piecesOf(now, topic, docs.sop, tasks())
          if (!found.ok)
            return { brief: now, choices, found: { kind: 'refused', refusal: found.refusal } }
          const { pieces, from } = found.value
          const isTranslated = pieces.some(({ translatedTo }) => translatedTo !== null)
          return {
            ...{ brief: now, choices },
            found: {
              ...{ kind: 'estimate', from },
              estimate: estimate({
                ...{ pieces, products: now.products.length, rush: now.rush === 'rush' },
                scratch: now.details.designRules === 'from-scratch',
                ...{ score: quality.score, team: team(), prices: table() },
                choices: settleChoices(choices, now, isTranslated),
              }),
            },
          }
        })
        const found = () => {
          const { found: now } = estimated()
          return now.kind === 'estimate' ? now.estimate : null
        }
        // Made once: a line that is open stays open while figures change.
        return (
          <EstimatePage
            title={props.title}
            estimated={estimated()}
            isAway={false}
            readOnly={!costs.canWrite()}
            onChoose={(name, value) => setCostChoice(docs.costs, name, value)}
            onBack={back}
          >
            <QuotesSection
              doc={docs.costs}
              costs={chosen()}
              prices={table()}
              estimate={found()}
              readOnly={!costs.canWrite()}
              now={props.now()}
            />
          </EstimatePage>
        )
      }}
    </Show>
  )
}
