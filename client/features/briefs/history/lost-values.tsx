/** What this person set and a change made at the same time replaced: said once, put back by one press. */
import { For, Show } from 'solid-js'
import { formatDate, formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { Brief } from '#shared/domain/briefs/brief.ts'
import { isDetailName } from '#shared/domain/briefs/details.ts'
import { isListName, type ListName } from '#shared/domain/briefs/lists.ts'
import { sayCategory } from '#shared/domain/choices/categories.ts'
import type { LostValue } from '#shared/documents/readers/lost-values.ts'
import { sayCell, sayDetail, sayRow } from '#client/features/briefs/form/say-value.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { historyWords } from './words.ts'

export interface LostValuesProps {
  readonly lost: readonly LostValue[]
  readonly brief: Brief
  readonly readOnly: boolean
  readonly onPutBack: (lost: LostValue, said: string) => void
  /** It may stay as it is; absent: that is not asked. */
  readonly onLeave?: (lost: LostValue) => void
}

export function LostValues(props: LostValuesProps) {
  const [words, brief] = [useWords(historyWords), useWords(briefWords)]
  const form = useWords(formWords)
  const say = ({ root, key }: LostValue, value: unknown): string => {
    if (key === 'rush') return value === 'rush' ? brief().rushed : brief().standard
    if (key === 'wantedBy')
      return (typeof value === 'string' && formatDate(value)) || brief().noDate
    const [, column = ''] = key.split('/')
    if (root === 'fields' && isDetailName(key)) {
      const said = sayDetail(key, value, form(), props.brief)
      return said === '' ? words().nothing : said
    }
    if (isListName(root) && typeof value === 'boolean') return value ? form().yes : form().no
    if (isListName(root) && column !== 'quantity') {
      const said = sayCell(root, column, value, form(), props.brief)
      return said === '' ? words().nothing : words().quoted(said)
    }
    if (typeof value === 'number') return formatNumber(value)
    if (typeof value !== 'string' || value === '') return words().nothing
    const isCategory = root === 'products' && column === 'category'
    return words().quoted(isCategory ? sayCategory(value, language()) : value)
  }
  const field = ({ root, key }: LostValue): string => {
    if (key === 'rush') return brief().rush
    if (key === 'wantedBy') return brief().wantedBy
    if (root === 'fields') return isDetailName(key) ? form().details[key] : key
    const [row = '', name = ''] = key.split('/')
    if (root === 'points') {
      const point = props.brief.points.find(({ id }) => id === row)
      return words().rowField(
        point?.text ? words().quoted(point.text) : words().someRow,
        form().proof,
      )
    }
    if (root === 'keywords') return words().rowField(row, form().parts.keywords)
    if (root === 'meant') return form().parts.meant
    if (isListName(root)) return words().rowField(rowName(root, row, name), columnWord(root, name))
    const product = props.brief.products.find(({ id }) => id === row)
    // Not by the very value that changed.
    const called = name === 'name' ? product?.sku : product?.name || product?.sku
    return words().productField(called || words().someProduct, productFieldWord(name))
  }
  const rowName = (list: ListName, id: string, column: string): string => {
    const rows: readonly { readonly id: string }[] = props.brief[list]
    const row = rows.find((one) => one.id === id)
    const said = row && sayRow(list, { ...row, [column]: null }, form(), props.brief)
    return said ? words().quoted(said) : words().someRow
  }
  const columnWord = (list: ListName, column: string): string => {
    const all: Readonly<Record<string, string>> = form().columns[list]
    return all[column] ?? column
  }
  const productFieldWord = (name: string): string => {
    switch (name) {
      case 'sku':
        return brief().sku
      case 'category':
        return brief().category
      case 'weightGrams':
        return brief().weight
      case 'barcode':
        return form().barcode
      case 'note':
        return form().productNote
      default:
        return brief().name
    }
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
                      onClick={() => props.onPutBack(lost, say(lost, lost.value))}
                    >
                      {words().putBack}
                    </Button>
                    <Show when={props.onLeave}>
                      {(leave) => (
                        <Button kind="quiet" onClick={() => leave()(lost)}>
                          {words().leave}
                        </Button>
                      )}
                    </Show>
                  </Show>
                }
              >
                {words().lost(field(lost), say(lost, lost.value), say(lost, lost.current))}
              </Banner>
            )}
          </For>
        </Stack>
      </div>
    </Show>
  )
}
