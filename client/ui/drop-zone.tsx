/**
 * Takes files by click, keyboard, drop and paste; pasted text (rows copied from a spreadsheet) goes to `onText`.
 * The real file input lies over the whole zone, so nothing of the browser's own behaviour is rebuilt.
 */
import Paperclip from 'lucide-solid/icons/paperclip'
import Upload from 'lucide-solid/icons/upload'
import { createEffect, createSignal, createUniqueId, onCleanup, Show } from 'solid-js'
import './drop-zone.css'

export interface DropZoneProps {
  readonly label: string
  /** What stands there of the label, where its end is only for whoever does not see what it stands under. */
  readonly shownLabel?: string | undefined
  readonly help?: string | undefined
  readonly onFiles: (files: readonly File[]) => void
  readonly onText?: ((text: string) => void) | undefined
  /** As the file input's own: `.csv,.tsv,text/csv`. Dropped files are not filtered by it: say what is wrong with them instead. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  /** One line, where it stands below what it has filled already. */
  readonly compact?: boolean | undefined
  /** A button among others: no frame until something is held over it. */
  readonly quiet?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Takes a paste anywhere on the page as long as no field has the focus. */
  readonly pasteFromPage?: boolean | undefined
}

export function DropZone(props: DropZoneProps) {
  const id = createUniqueId()
  const [over, setOver] = createSignal(false)

  const give = (files: FileList | null | undefined) => {
    const list = [...(files ?? [])]
    if (list.length > 0 && !props.disabled) props.onFiles(props.multiple ? list : list.slice(0, 1))
    return list.length > 0
  }
  const takePaste = (event: ClipboardEvent) => {
    if (props.disabled || event.defaultPrevented) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    // Spreadsheets put a picture of the cells beside their text; the text is what is meant.
    if (text.trim() !== '' && props.onText) props.onText(text)
    else if (!give(event.clipboardData?.files)) return
    event.preventDefault()
  }
  createEffect(() => {
    if (!props.pasteFromPage) return
    const takeFromPage = (event: ClipboardEvent) => {
      if (!isWriting(document.activeElement)) takePaste(event)
    }
    document.addEventListener('paste', takeFromPage)
    onCleanup(() => document.removeEventListener('paste', takeFromPage))
  })

  return (
    <div
      class="ui-drop"
      data-compact={props.compact ? '' : undefined}
      data-quiet={props.quiet ? '' : undefined}
      data-over={over() ? '' : undefined}
      on:paste={takePaste}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!props.disabled)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        give(event.dataTransfer?.files)
      }}
    >
      <Show when={props.quiet} fallback={<Upload size={16} aria-hidden="true" />}>
        <Paperclip size={16} aria-hidden="true" />
      </Show>
      <span>
        <b>{props.shownLabel ?? props.label}</b>
        <Show when={props.help}>
          <span id={`${id}-help`}>{props.help}</span>
        </Show>
      </span>
      <input
        type="file"
        aria-label={props.label}
        aria-describedby={props.help ? `${id}-help` : undefined}
        title=""
        accept={props.accept}
        multiple={props.multiple}
        disabled={props.disabled}
        onChange={(event) => {
          const input = event.currentTarget
          give(input.files)
          // So that choosing the same file again, mended meanwhile, counts as a choice.
          input.value = ''
        }}
      />
    </div>
  )
}

function isWriting(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false
  return element.isContentEditable || element.matches('input:not([type="file"]), textarea, select')
}
