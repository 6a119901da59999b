/** A vendor's quote as it is recorded or changed. */
import { createSignal, Show } from 'solid-js'
import type * as Y from 'yjs'
import { language, localeOf } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { DateField } from '#client/ui/date-field.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { NumberField } from '#client/ui/number-field.tsx'
import { Row } from '#client/ui/row.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import type { Quote } from '#shared/domain/estimates/quote.ts'
import { addQuote, setQuote, type QuoteInput } from '#shared/documents/commands/costs.ts'
import { limits } from '#shared/protocol/limits.ts'
import { currencies } from './price-rows.ts'
import { quoteWords } from './quote-words.ts'
import { sayQuoteRefusal } from './say-quote-refusal.ts'

export interface QuoteDialogProps {
  readonly doc: Y.Doc
  /** Null: a new one. */
  readonly quote: Quote | null
  /** Of a new one, to begin with. */
  readonly currency: string
  readonly onClose: () => void
}

export function QuoteDialog(props: QuoteDialogProps) {
  const words = useWords(quoteWords)
  const [values, setValues] = createSignal<QuoteInput>(
    props.quote ?? {
      ...{ vendor: '', amount: null, currency: props.currency, hours: null },
      ...{ validUntil: null, note: '' },
    },
  )
  const [fault, setFault] = createSignal<string | null>(null)
  const set = (change: Partial<QuoteInput>): void => {
    setFault(null)
    setValues({ ...values(), ...change })
  }
  const save = (): void => {
    const done =
      props.quote === null
        ? addQuote(props.doc, randomRowId(), values())
        : setQuote(props.doc, props.quote.id, values())
    if (done.ok) props.onClose()
    else setFault(sayQuoteRefusal(done.refusal))
  }
  const known = (): readonly string[] => [...new Set([...currencies, values().currency])]
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.quote === null ? words().add : words().edit}
      closeLabel={words().close}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{words().cancel}</Button>
          <Button kind="primary" onClick={save}>
            {words().save}
          </Button>
        </>
      }
    >
      <Stack>
        <TextField
          label={words().vendor}
          value={values().vendor}
          maxLength={limits.nameCharacters}
          onInput={(vendor) => set({ vendor })}
        />
        <Row gap="related" fill align="start">
          <NumberField
            label={words().amount}
            value={values().amount}
            locale={localeOf(language())}
            min={0}
            max={limits.quoteAmount}
            step={100}
            decimals={2}
            onChange={(amount) => set({ amount })}
          />
          <Select
            label={words().currency}
            value={values().currency}
            options={known().map((value) => ({ value, label: value }))}
            onChange={(currency) => set({ currency })}
          />
        </Row>
        <Row gap="related" fill align="start">
          <NumberField
            label={words().hours}
            optional={words().optional}
            value={values().hours}
            locale={localeOf(language())}
            min={0}
            max={limits.quoteAmount}
            decimals={1}
            unit={words().hoursUnit}
            onChange={(hours) => set({ hours })}
          />
          <DateField
            label={words().validUntil}
            optional={words().optional}
            value={values().validUntil ?? ''}
            locale={localeOf(language())}
            onChange={(day) => set({ validUntil: day === '' ? null : day })}
          />
        </Row>
        <TextField
          label={words().remark}
          optional={words().optional}
          value={values().note}
          maxLength={limits.sentenceCharacters}
          onInput={(note) => set({ note })}
        />
        <Show when={fault()}>{(sentence) => <Banner tone="bad">{sentence()}</Banner>}</Show>
      </Stack>
    </Dialog>
  )
}
