/** The pages about prices, loaded when one is first opened. */
import { useParams } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import * as z from 'zod/mini'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { readyDocuments } from '#client/replica/documents.ts'
import { later } from '#client/ui/later.tsx'
import type { DocName } from '#shared/lib/ids.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import type { EstimateRouteProps } from './estimate-route.tsx'
import { NoSuchPage } from './no-such-page.tsx'
import { readDocuments } from './summaries.ts'

const EstimateRoute = later(async () => {
  const [route] = await Promise.all([
    import('./estimate-route.tsx'),
    readDocuments(),
    readyDocuments(),
  ])
  return route.EstimateRoute
})

export const PricesRoute = later(async () => {
  const [route] = await Promise.all([
    import('./prices-route.tsx'),
    readDocuments(),
    readyDocuments(),
  ])
  return route.PricesRoute
})

export interface EstimateAtProps extends Pick<
  EstimateRouteProps,
  'replica' | 'documents' | 'arrivedHere' | 'now'
> {
  /** Null for the first moments. */
  readonly tasks: readonly ListedTask[] | null
  readonly titleOf: (name: DocName) => string
  readonly isHere: (name: DocName) => boolean
}

/** Of the brief the address names. */
export function EstimateAt(props: EstimateAtProps) {
  const params = useParams<{ name: string }>()
  const name = createMemo(() => z.safeParse(docNameSchema, params.name))
  return (
    <Show when={name().success ? name().data : null} keyed fallback={<NoSuchPage />}>
      {(doc) => (
        <Show when={props.tasks}>
          {(tasks) => (
            <EstimateRoute
              replica={props.replica}
              name={doc}
              title={props.titleOf(doc)}
              isHere={props.isHere(doc)}
              tasks={tasks()}
              documents={props.documents}
              arrivedHere={props.arrivedHere}
              now={props.now}
            />
          )}
        </Show>
      )}
    </Show>
  )
}
