/** What this person set and a change made at the same time replaced: said once, put back by one press. */
import { For, Show } from 'solid-js'
import { formatDate, formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { Product } from '#shared/domain/briefs/brief.ts'
import type { LostValue } from '#shared/documents/readers/lost-values.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { historyWords } from './words.ts'

export interface LostValuesProps {
  readonly lost: readonly LostValue[]
  readonly products: readonly Product[]
  readonly readOnly: boolean
  readonly onPutBack: (lost: LostValue, said: string) => void
}

export function LostValues(props: LostValuesProps) {
  const [words, brief] = [useWords(historyWords), useWords(briefWords)]
  const say = (key: string, value: unknown): string => {
    if (key === 'rush') return value === 'rush' ? brief().rushed : brief().standard
    if (key === 'wantedBy')
      return (typeof value === 'string' && formatDate(value)) || brief().noDate
    if (typeof value === 'number') return formatNumber(value)
    return typeof value === 'string' && value !== '' ? words().quoted(value) : words().nothing
  }
  const field = (key: string): string => {
    if (key === 'rush') return brief().rush
    if (key === 'wantedBy') return brief().wantedBy
    const [row, name] = key.split('/')
    const product = props.products.find(({ id }) => id === row)
    // Not by the very value that changed.
    const called = name === 'name' ? product?.sku : product?.name || product?.sku
    return words().productField(called || words().someProduct, productFieldWord(name, brief()))
  }
  return (
    <Show when={props.lost.length > 0}>
      <div class="history-lost">
        <Stack gap="near">
          <For each={props.lost}>
            {(lost) => (
              <Banner
                tone="warn"
                action={
                  <Show when={!props.readOnly}>
                    <Button
                      kind="quiet"
                      onClick={() => props.onPutBack(lost, say(lost.key, lost.value))}
                    >
                      {words().putBack}
                    </Button>
                  </Show>
                }
              >
                {words().lost(
                  field(lost.key),
                  say(lost.key, lost.value),
                  say(lost.key, lost.current),
                )}
              </Banner>
            )}
          </For>
        </Stack>
      </div>
    </Show>
  )
}

function productFieldWord(field: string | undefined, words: (typeof briefWords)['zh']): string {
  switch (field) {
    case 'sku':
      return words.sku
    case 'category':
      return words.category
    case 'weightGrams':
      return words.weight
    default:
      return words.name
  }
}
