/** A brief of which only its card is on this device: what the card says, and when the rest will come. */
import { createEffect, Show } from 'solid-js'
import { formatDate } from '#client/i18n/format.ts'
import { isolate } from '#client/i18n/isolate.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Page } from '#client/ui/page.tsx'
import { Section } from '#client/ui/section.tsx'
import type { BriefSummary } from '#shared/domain/briefs/brief.ts'
import { marketNames } from './brief-list.tsx'
import { briefWords } from './words.ts'

export interface BriefCard {
  readonly summary: BriefSummary
  /** The relay can be reached, so that the brief is on its way. */
  readonly isComing: boolean
}

export function CardOnly(props: { readonly card: BriefCard; readonly isDenied: boolean }) {
  const words = useWords(briefWords)
  const title = (): string => props.card.summary.title || words().untitled
  createEffect(() => {
    document.title = `${isolate(title())} · ${words().briefs}`
  })
  return (
    <>
      <Show when={!props.isDenied}>
        <Banner tone={props.card.isComing ? 'neutral' : 'info'} edge>
          {props.card.isComing ? words().isComing : words().notHere}
        </Banner>
      </Show>
      <Page>
        <Section title={title()}>
          <FactList>
            <Fact
              label={words().products}
              value={words().productCount(props.card.summary.products)}
            />
            <Show when={marketNames(props.card.summary)}>
              {(markets) => <Fact label={words().markets} value={markets()} />}
            </Show>
            <Fact
              label={words().wantedBy}
              value={
                props.card.summary.wantedBy === null
                  ? words().noDate
                  : formatDate(props.card.summary.wantedBy)
              }
            />
            <Show when={props.card.summary.rush === 'rush'}>
              <Fact label={words().rush} value={words().rushed} />
            </Show>
          </FactList>
        </Section>
      </Page>
    </>
  )
}
