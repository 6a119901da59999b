/** One file with everything on this device; also when nothing else works any more. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { saveFile } from '#client/ui/save-file.ts'
import { deviceWords } from './words.ts'

export interface ExportSectionProps {
  readonly replica: Replica
  readonly now: () => number
}

export function ExportSection(props: ExportSectionProps) {
  const words = useWords(deviceWords)
  const [writing, setWriting] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const exportAll = async (): Promise<void> => {
    setWriting(true)
    setFailed(false)
    try {
      const day = new Date(props.now()).toISOString().slice(0, 10)
      saveFile(words().fileName(day), await props.replica.exportDevice())
    } catch (fault) {
      console.error('the device could not be exported', fault)
      setFailed(true)
    }
    setWriting(false)
  }
  return (
    <Section title={words().everything}>
      <Stack>
        <Text kind="quiet">{words().everythingHelp}</Text>
        <div>
          <Button pending={writing()} onClick={() => void exportAll()}>
            {words().exportAll}
          </Button>
        </div>
        <Show when={failed()}>
          <Banner tone="bad">{words().exportFailed}</Banner>
        </Show>
      </Stack>
    </Section>
  )
}
