/** What of a list stays outside: prices, which guests would read, and columns nothing is taken from. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Text } from '#client/ui/text.tsx'
import { importWords } from './words.ts'

/** More unused columns than this are folded: a Shopify export has forty. */
const fewColumns = 6

export function NotTaken(props: {
  readonly unused: readonly string[]
  readonly hasPrices: boolean
}) {
  const words = useWords(importWords)
  const [isAll, setAll] = createSignal(false)
  const named = (): number => (isAll() ? props.unused.length : fewColumns)
  return (
    <>
      <Show when={props.hasPrices}>
        <Text kind="small">{words().notTakenPrices}</Text>
      </Show>
      <Show when={props.unused.length > 0}>
        <Row gap="near" wrap>
          <Text kind="small">
            {words().unused(
              props.unused.slice(0, named()).join(words().titleBetween),
              Math.max(0, props.unused.length - named()),
            )}
          </Text>
          <Show when={props.unused.length > fewColumns}>
            <Button kind="quiet" aria-expanded={isAll()} onClick={() => setAll(!isAll())}>
              {isAll() ? words().fewerColumns : words().allColumns}
            </Button>
          </Show>
        </Row>
      </Show>
    </>
  )
}
