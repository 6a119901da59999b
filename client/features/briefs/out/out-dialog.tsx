/** A brief as it goes onto paper, in either language; and as files for other programs. From this device alone. */
import { createMemo, createSignal } from 'solid-js'
import type * as Y from 'yjs'
import { language, type Language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { fileTitle, saveFile } from '#client/ui/save-file.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Paper } from '#client/ui/paper.tsx'
import { RadioCards } from '#client/ui/radio-cards.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { notesLines } from '#shared/documents/readers/notes-text.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { documentContent } from '#shared/documents/workspace-file/document-content.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { briefSheet } from './brief-sheet.ts'
import { productsCsv } from './products-csv.ts'
import { outWords } from './words.ts'

export interface OutDialogProps {
  readonly name: DocName
  readonly doc: Y.Doc
  readonly onClose: () => void
}

const languages: readonly Language[] = ['zh', 'en']

export function OutDialog(props: OutDialogProps) {
  const words = useWords(outWords)
  const [into, setInto] = createSignal<Language>(language())
  // As it is when the dialog opens: paper stands still.
  const brief = readBrief(props.doc)
  const sheet = createMemo(() => briefSheet(brief, notesLines(props.doc), into()))
  const fileName = (): string => fileTitle(brief.title || words().untitled)
  const saveJson = (): void => {
    const nobody = { writerOf: () => '', nameOf: () => '' }
    const content = documentContent(props.name, props.doc, nobody)
    const text = JSON.stringify({ name: props.name, content }, null, 2)
    saveFile(`${fileName()}.json`, new Blob([text], { type: 'application/json' }))
  }
  const saveCsv = async (): Promise<void> => {
    const text = await productsCsv(brief.products, outWords[into()].columns)
    saveFile(`${fileName()}.csv`, new Blob([text], { type: 'text/csv' }))
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().title}
      closeLabel={words().close}
      size="wide"
      actions={
        <>
          <Button onClick={() => void saveCsv()} disabled={brief.products.length === 0}>
            {words().csv}
          </Button>
          <Button onClick={saveJson}>{words().json}</Button>
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
        <Paper lang={into() === 'zh' ? 'zh-CN' : 'en'} {...sheet()} />
      </Stack>
    </Dialog>
  )
}
