/** What an estimate is made of, line by line; each opens to its arithmetic. */
import { createMemo, For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { createEntries } from '#client/ui/create-entries.ts'
import { Disclosure } from '#client/ui/disclosure.tsx'
import { FigureLine } from '#client/ui/figure-line.tsx'
import { FigureList } from '#client/ui/figure-list.tsx'
import { NoteList } from '#client/ui/note-list.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Estimate } from '#shared/domain/estimates/estimate.ts'
import { formatMoney } from './format-money.ts'
import { leftOut } from './left-out.ts'
import { arithmeticOf, nameOfLine, noteOfLine } from './say-line.ts'
import { estimateWords } from './words.ts'

export function LinesSection(props: { readonly estimate: Estimate }) {
  const words = useWords(estimateWords)
  const entries = createEntries(
    () => props.estimate.lines,
    ({ id }) => id,
  )
  const most = createMemo(() => Math.max(1, ...props.estimate.lines.map(({ cost }) => cost)))
  const left = createMemo(() => leftOut(props.estimate).map((one) => words().leftWhy[one]))
  return (
    <Section title={words().lines} note={words().linesNote}>
      <Stack>
        <FigureList>
          <For each={entries.ids()}>
            {(id) => {
              const line = entries.entryOf(id)
              return (
                <FigureLine
                  label={nameOfLine(line())}
                  value={formatMoney(line().cost, props.estimate.currency)}
                  note={noteOfLine(line())}
                  bar={{ share: line().cost / most() }}
                >
                  <Stack gap="near">
                    <For each={arithmeticOf(line(), props.estimate.currency)}>
                      {(sentence) => <Text kind="small">{sentence}</Text>}
                    </For>
                  </Stack>
                </FigureLine>
              )
            }}
          </For>
        </FigureList>
        <Show when={left().length > 0}>
          <Disclosure label={words().left}>
            <NoteList>
              <For each={left()}>{(why) => <li>{why}</li>}</For>
            </NoteList>
          </Disclosure>
        </Show>
      </Stack>
    </Section>
  )
}
