/** What each column of a list is used for: guessed, remembered, or said by a person. Folded until somebody wants to look. */
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import {
  choosableUses,
  isManifold,
  type ColumnUse,
} from '#shared/domain/briefs/catalogue/column-use.ts'
import type { Preview } from '#shared/domain/briefs/catalogue/preview.ts'
import { importWords } from './words.ts'

export interface ImportColumnsProps {
  readonly preview: Preview
  /** To begin with: nothing can be read before somebody says. */
  readonly isOpen: boolean
  readonly onUses: (uses: readonly ColumnUse[]) => void
}

/** What only a known format has; it is not chosen, and may be given up. */
const known = 'known'

export function ImportColumns(props: ImportColumnsProps) {
  const words = useWords(importWords)
  const id = createUniqueId()
  const [isOpened, setOpened] = createSignal<boolean | null>(null)
  const isOpen = (): boolean => isOpened() ?? props.isOpen
  const valueOf = (use: ColumnUse) => choosableUses.find((one) => one === use) ?? known
  const change = (at: number, use: ColumnUse): void => {
    const uses = props.preview.titles.map((_, column) => {
      if (column === at) return use
      const own = props.preview.uses[column] ?? 'none'
      // One column only can be the SKU: the other one gives way.
      return own === use && !isManifold(use) ? 'none' : own
    })
    props.onUses(uses)
  }
  const titled = () =>
    props.preview.titles.flatMap((title, at) => (title === '' ? [] : [{ title, at }]))
  return (
    <div>
      <Button
        kind="quiet"
        aria-expanded={isOpen()}
        aria-controls={id}
        onClick={() => setOpened(!isOpen())}
      >
        {words().columns}
      </Button>
      <div id={id}>
        <Show when={isOpen()}>
          <Stack gap="near">
            <Text kind="small">{words().columnsHelp}</Text>
            <For each={titled()}>
              {({ title, at }) => (
                <Select
                  label={title}
                  aside={props.preview.samples[at]}
                  value={valueOf(props.preview.uses[at] ?? 'none')}
                  options={[
                    ...choosableUses.map((value) => ({ value, label: words().uses[value] })),
                    ...(valueOf(props.preview.uses[at] ?? 'none') === known
                      ? [{ value: known, label: words().uses.known } as const]
                      : []),
                  ]}
                  onChange={(use) => use !== known && change(at, use)}
                />
              )}
            </For>
          </Stack>
        </Show>
      </div>
    </div>
  )
}
