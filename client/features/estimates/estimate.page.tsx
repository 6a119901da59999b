/** What one brief costs and how long it takes: the totals, what they are made of, and what they assume. */
import { createEffect, Show, type JSX } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { isolate } from '#client/i18n/isolate.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Section } from '#client/ui/section.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { settleChoices, type CostChoices } from '#shared/domain/estimates/choices.ts'
import type { Brief } from '#shared/domain/briefs/brief.ts'
import type { Estimate } from '#shared/domain/estimates/estimate.ts'
import type { BriefPieces } from '#shared/domain/estimates/pieces.ts'
import type { BreakDownRefusal } from '#shared/domain/tasks/break-down.ts'
import { ChoicesSection } from './choices-section.tsx'
import { formatHours, formatMoney } from './format-money.ts'
import { LinesSection } from './lines-section.tsx'
import { estimateWords } from './words.ts'

export interface Estimated {
  readonly brief: Brief
  readonly choices: CostChoices
  readonly found:
    | {
        readonly kind: 'estimate'
        readonly estimate: Estimate
        readonly from: BriefPieces['from']
      }
    | { readonly kind: 'refused'; readonly refusal: BreakDownRefusal }
}

export interface EstimatePageProps {
  readonly title: string
  /** Null while its documents are read. */
  readonly estimated: Estimated | null
  /** The brief itself is not on this device. */
  readonly isAway: boolean
  readonly readOnly: boolean
  readonly onChoose: <Name extends keyof CostChoices>(name: Name, value: CostChoices[Name]) => void
  readonly onBack: () => void
  /** What stands below the estimate, once there is one. */
  readonly children?: JSX.Element
}

const hoursPerDay = 8

export function EstimatePage(props: EstimatePageProps) {
  const words = useWords(estimateWords)
  const title = (): string => props.title || words().untitled
  createEffect(() => {
    document.title = words().of(isolate(title()))
  })
  return (
    <>
      <PageHead
        title={words().of(title())}
        back={{ label: words().back, onBack: props.onBack }}
        actions={
          <Button kind="quiet" href="/settings/prices">
            {words().priceTable}
          </Button>
        }
      />
      <Page>
        <Show when={!props.isAway} fallback={<EmptyState title={words().notHere} />}>
          <Show when={props.estimated} fallback={<Skeleton label={words().loading} lines={8} />}>
            {(estimated) => <Shown {...props} estimated={estimated()} />}
          </Show>
        </Show>
      </Page>
    </>
  )
}

function Shown(props: EstimatePageProps & { readonly estimated: Estimated }) {
  const words = useWords(estimateWords)
  const refusal = () => {
    const { found } = props.estimated
    return found.kind === 'refused' ? found.refusal : null
  }
  const found = () => (props.estimated.found.kind === 'estimate' ? props.estimated.found : null)
  const isTranslated = (): boolean =>
    found()?.estimate.lines.some(({ how }) => how.kind === 'translate') ?? false
  return (
    <>
      <Show when={props.readOnly}>
        <Banner tone="info">{words().readOnly}</Banner>
      </Show>
      <Show when={refusal()}>{(why) => <EmptyState title={words().refused[why().code]} />}</Show>
      <Show when={found()}>
        {(now) => (
          <>
            <Section title={words().total}>
              <Stack>
                <FactList>
                  <Fact
                    label={words().cost}
                    value={formatMoney(now().estimate.cost, now().estimate.currency)}
                    help={words().estimated}
                  />
                  <Fact
                    label={words().hours}
                    value={words().hour(formatHours(now().estimate.hours))}
                    help={words().days(formatNumber(Math.ceil(now().estimate.hours / hoursPerDay)))}
                  />
                  <Fact
                    label={words().pieces}
                    value={words().piecesOf[now().from](formatNumber(now().estimate.pieces))}
                  />
                </FactList>
              </Stack>
            </Section>
            <LinesSection estimate={now().estimate} />
            <ChoicesSection
              settled={settleChoices(
                props.estimated.choices,
                props.estimated.brief,
                isTranslated(),
              )}
              asksForShoot={props.estimated.brief.details.shoot}
              limits={props.estimated.brief.limits.length}
              readOnly={props.readOnly}
              onChoose={props.onChoose}
            />
          </>
        )}
      </Show>
      {props.children}
    </>
  )
}
