/** What vendors ask, recorded beside our estimate and compared with it; one may be chosen. */
import { createSignal, For, Show } from 'solid-js'
import type * as Y from 'yjs'
import { dayOf, formatDate } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { createEntries } from '#client/ui/create-entries.ts'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { Estimate } from '#shared/domain/estimates/estimate.ts'
import type { PriceTable } from '#shared/domain/estimates/price-table.ts'
import type { Quote } from '#shared/domain/estimates/quote.ts'
import { addQuote, chooseQuote, removeQuote } from '#shared/documents/commands/costs.ts'
import type { Costs } from '#shared/documents/readers/read-costs.ts'
import { formatHours, formatMoney } from './format-money.ts'
import { QuoteDialog } from './quote-dialog.tsx'
import { quoteWords } from './quote-words.ts'
import { sayAgainst, toneOfAgainst } from './say-against.ts'

export interface QuotesSectionProps {
  readonly doc: Y.Doc
  readonly costs: Costs
  readonly prices: PriceTable
  /** Null where the brief cannot be estimated. */
  readonly estimate: Estimate | null
  readonly readOnly: boolean
  readonly now: number
}

export function QuotesSection(props: QuotesSectionProps) {
  const words = useWords(quoteWords)
  /** `new`, or the quote that is changed; null: no dialog. */
  const [open, setOpen] = createSignal<Quote | 'new' | null>(null)
  const entries = createEntries(
    () => props.costs.quotes,
    ({ id }) => id,
  )
  const remove = ({ id, ...values }: Quote): void => {
    removeQuote(props.doc, id)
    showToast(words().removed, {
      action: { label: words().undo, run: () => void addQuote(props.doc, id, values) },
    })
  }
  return (
    <Section title={words().title} note={words().note}>
      <Stack>
        <Show
          when={props.costs.quotes.length > 0}
          fallback={<Text kind="quiet">{words().none}</Text>}
        >
          <FactList>
            <For each={entries.ids()}>
              {(id) => {
                const quote = entries.entryOf(id)
                return (
                  <QuoteLine
                    {...props}
                    quote={quote()}
                    onChange={() => setOpen(quote())}
                    onRemove={() => remove(quote())}
                  />
                )
              }}
            </For>
          </FactList>
        </Show>
        <Show when={!props.readOnly}>
          <Row>
            <Button aria-haspopup="dialog" onClick={() => setOpen('new')}>
              {words().add}
            </Button>
          </Row>
        </Show>
        <Show when={open()} keyed>
          {(which) => (
            <QuoteDialog
              doc={props.doc}
              quote={which === 'new' ? null : which}
              currency={props.prices.currency}
              onClose={() => setOpen(null)}
            />
          )}
        </Show>
      </Stack>
    </Section>
  )
}

function QuoteLine(
  props: QuotesSectionProps & {
    readonly quote: Quote
    readonly onChange: () => void
    readonly onRemove: () => void
  },
) {
  const words = useWords(quoteWords)
  const isChosen = (): boolean => props.costs.chosen === props.quote.id
  const value = (): string => {
    const { amount, currency } = props.quote
    const said = amount === null ? words().noAmount : formatMoney(amount, currency)
    return isChosen() ? `${said} · ${words().chosen}` : said
  }
  const against = () => sayAgainst(props.quote, props.prices, props.estimate)
  const help = (): string => {
    const { hours, validUntil, note } = props.quote
    const day = validUntil === null ? '' : formatDate(validUntil)
    const isOver = validUntil !== null && validUntil < dayOf(props.now)
    return [
      against(),
      hours === null ? '' : words().hoursOf(formatHours(hours)),
      day === '' ? '' : isOver ? words().expired(day) : words().until(day),
      note,
    ]
      .filter((part) => part !== '')
      .join(' · ')
  }
  return (
    <Fact
      label={props.quote.vendor}
      value={value()}
      tone={isChosen() ? 'ok' : toneOfAgainst(props.quote, props.prices, props.estimate)}
      help={help()}
      action={
        <Show when={!props.readOnly}>
          <Row gap="tight" wrap>
            <Button
              kind="quiet"
              aria-label={
                isChosen()
                  ? words().unchooseOf(props.quote.vendor)
                  : words().chooseOf(props.quote.vendor)
              }
              onClick={() => chooseQuote(props.doc, isChosen() ? null : props.quote.id)}
            >
              {isChosen() ? words().unchoose : words().choose}
            </Button>
            <Button
              kind="quiet"
              aria-haspopup="dialog"
              aria-label={words().changeOf(props.quote.vendor)}
              onClick={() => props.onChange()}
            >
              {words().change}
            </Button>
            <Button
              kind="quiet"
              aria-label={words().removeOf(props.quote.vendor)}
              onClick={() => props.onRemove()}
            >
              {words().remove}
            </Button>
          </Row>
        </Show>
      }
    />
  )
}
