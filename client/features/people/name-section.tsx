/** One's own name, to be changed by oneself alone. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { cleanLine } from '#shared/lib/clean-line.ts'
import { limits } from '#shared/protocol/limits.ts'
import { accessWords } from './access-words.ts'

export interface NameSectionProps {
  readonly name: string
  /** False: this device could not store it. */
  readonly onName: (name: string) => Promise<boolean>
}

export function NameSection(props: NameSectionProps) {
  const words = useWords(accessWords)
  const [isEmpty, setEmpty] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const commit = async (text: string): Promise<void> => {
    const name = cleanLine(text)
    setEmpty(name === '')
    if (name !== '' && name !== props.name) setFailed(!(await props.onName(name)))
  }
  return (
    <Section title={words().nameTitle}>
      <Stack>
        <Show when={failed()}>
          <Banner tone="bad">{words().notStored}</Banner>
        </Show>
        <TextField
          label={words().name}
          hideLabel
          help={words().nameHelp}
          value={props.name}
          maxLength={limits.nameCharacters}
          autocomplete="name"
          error={isEmpty() ? words().nameMissing : undefined}
          onInput={() => setEmpty(false)}
          onCommit={(text) => void commit(text)}
        />
      </Stack>
    </Section>
  )
}
