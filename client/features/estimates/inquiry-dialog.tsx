/** An inquiry for a vendor: as a page to print, as a table, as a link; the facts of the brief and no prices. */
import { createMemo, createSignal, type JSX } from 'solid-js'
import { language, type Language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Paper } from '#client/ui/paper.tsx'
import { RadioCards } from '#client/ui/radio-cards.tsx'
import { fileTitle, saveFile } from '#client/ui/save-file.ts'
import { Stack } from '#client/ui/stack.tsx'
import type { InquiryRow } from '#shared/domain/estimates/inquiry.ts'
import { inquiryCsv, inquiryParts, type InquiryPart } from './inquiry-sheet.ts'
import { inquiryWords } from './inquiry-words.ts'

export interface InquiryDialogProps {
  readonly title: string
  readonly rows: readonly InquiryRow[]
  /** Today, `YYYY-MM-DD`. */
  readonly day: string
  /** What the brief says, as it goes onto paper. */
  readonly briefSheet: (into: Language) => {
    readonly facts: readonly string[]
    readonly parts: readonly InquiryPart[]
  }
  /** The way to a link. */
  readonly link: JSX.Element
  readonly onClose: () => void
}

const languages: readonly Language[] = ['zh', 'en']

export function InquiryDialog(props: InquiryDialogProps) {
  const words = useWords(inquiryWords)
  const [into, setInto] = createSignal<Language>(language())
  const title = (): string => props.title || inquiryWords[into()].untitled
  const sheet = createMemo(() => {
    const brief = props.briefSheet(into())
    const said = inquiryWords[into()]
    return {
      title: said.of(title()),
      facts: [said.madeOn(props.day), ...brief.facts],
      parts: [...inquiryParts(props.rows, into()), ...brief.parts],
    }
  })
  const saveCsv = async (): Promise<void> => {
    const text = await inquiryCsv(props.rows, into())
    const name = fileTitle(`${inquiryWords[into()].title} ${title()}`)
    saveFile(`${name}.csv`, new Blob([text], { type: 'text/csv' }))
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().title}
      description={words().help}
      closeLabel={words().close}
      size="wide"
      actions={
        <>
          <Button onClick={() => void saveCsv()}>{words().csv}</Button>
          <Button kind="primary" onClick={() => print()}>
            {words().print}
          </Button>
        </>
      }
    >
      <Stack gap="apart">
        <RadioCards
          label={words().language}
          help={words().languageHelp}
          value={into()}
          cards={languages.map((one) => ({ value: one, title: words().languages[one] }))}
          onChange={setInto}
        />
        {props.link}
        <Paper lang={into() === 'zh' ? 'zh-CN' : 'en'} {...sheet()} />
      </Stack>
    </Dialog>
  )
}
