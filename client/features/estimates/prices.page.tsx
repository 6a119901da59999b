/** The figures every estimate counts with: read by whoever knows prices, changed by owners and leads. */
import { createEffect, Show } from 'solid-js'
import type * as Y from 'yjs'
import { language, localeOf } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { follow } from '#client/live/follow.ts'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Select } from '#client/ui/select.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { setPriceCurrency } from '#shared/documents/commands/prices.ts'
import { readPrices } from '#shared/documents/readers/read-prices.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { FeesTable, HoursTable, PriceList } from './price-tables.tsx'
import { currencies, exchangeRows, languageRows, otherRows, rateRows } from './price-rows.ts'
import { priceWords } from './price-words.ts'

export interface PricesPageProps {
  /** Null while it is read. */
  readonly doc: Y.Doc | null
  readonly mayChange: boolean
  readonly onBack: () => void
}

export function PricesPage(props: PricesPageProps) {
  const words = useWords(priceWords)
  createEffect(() => {
    document.title = words().title
  })
  return (
    <>
      <PageHead title={words().title} back={{ label: words().back, onBack: props.onBack }} />
      <Page>
        <Show when={props.doc} keyed fallback={<Skeleton label={words().loading} lines={10} />}>
          {(doc) => <Prices doc={doc} readOnly={!props.mayChange} />}
        </Show>
      </Page>
    </>
  )
}

function Prices(props: { readonly doc: Y.Doc; readonly readOnly: boolean }) {
  const words = useWords(priceWords)
  const prices = follow(
    () => props.doc,
    (doc) => [rootMap(doc, 'fields'), rootMap(doc, 'prices')],
    readPrices,
  )
  const currencyName = (code: string): string =>
    new Intl.DisplayNames(localeOf(language()), { type: 'currency' }).of(code) ?? code
  return (
    <>
      <Stack>
        <Text>{words().help}</Text>
        <Text kind="small">{props.readOnly ? words().readOnly : words().restore}</Text>
        <Select
          label={words().currency}
          help={words().currencyHelp}
          value={prices().currency}
          options={currencies.map((code) => ({
            value: code,
            label: `${code} · ${currencyName(code)}`,
          }))}
          disabled={props.readOnly}
          onChange={(currency) => void setPriceCurrency(props.doc, currency)}
        />
      </Stack>
      <PriceList
        {...props}
        prices={prices()}
        title={words().rates}
        note={words().ratesNote}
        rows={rateRows()}
      />
      <HoursTable {...props} prices={prices()} />
      <FeesTable {...props} prices={prices()} />
      <PriceList
        {...props}
        prices={prices()}
        title={words().languages}
        note={words().languagesNote}
        rows={languageRows()}
      />
      <PriceList {...props} prices={prices()} title={words().others} rows={otherRows()} />
      <PriceList
        {...props}
        prices={prices()}
        title={words().exchange}
        note={words().exchangeNote(prices().currency)}
        rows={exchangeRows(prices().currency)}
      />
    </>
  )
}
