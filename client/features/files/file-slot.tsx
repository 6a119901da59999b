/** A place for one file: empty it takes one by choice, drop or paste; filled it shows it, where it is, and what can be done. */
import Download from 'lucide-solid/icons/download'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import X from 'lucide-solid/icons/x'
import { createSignal, onCleanup, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { ReplicaFiles } from '#client/replica/files/replica-files.ts'
import { DropZone } from '#client/ui/drop-zone.tsx'
import { FileChip } from '#client/ui/file-chip.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { later } from '#client/ui/later.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { BriefFile } from '#shared/domain/briefs/brief.ts'
import { bytesThatTell, fileTypeOf } from '#shared/domain/files/file-types.ts'
import { bytesThatSayTheSize, pictureSize } from '#shared/domain/files/picture-size.ts'
import type { Takes } from '#shared/domain/files/take-file.ts'
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { followFile } from './follow-file.ts'
import { sayFile } from './say-file.ts'
import { take } from './take.ts'
import { fileWords } from './words.ts'

const PictureDialog = later(async () => (await import('./picture-dialog.tsx')).PictureDialog)

export interface FileSlotProps {
  readonly files: ReplicaFiles
  readonly doc: DocName
  /** What the place is for, said with the button. */
  readonly label: string
  readonly file: BriefFile | null
  readonly takes: Takes
  readonly readOnly: boolean
  readonly isAlone: boolean
  /** Null takes it out. Answers why the document did not take it. */
  readonly onSet: (file: BriefFile | null) => string | null
  readonly onSave: (name: string, content: Blob) => void
}

export function FileSlot(props: FileSlotProps) {
  return (
    <Show when={props.file} fallback={<EmptySlot {...props} />}>
      {(file) => <FilledSlot {...props} file={file()} />}
    </Show>
  )
}

function EmptySlot(props: FileSlotProps) {
  const words = useWords(fileWords)
  const [isTaking, setTaking] = createSignal(false)
  const isPictures = (): boolean => props.takes !== 'all' && props.takes.join() === 'picture'
  const add = async (file: File | undefined): Promise<void> => {
    if (file === undefined || isTaking()) return
    setTaking(true)
    const taken = await take(props.files, props.doc, file, props.takes)
    setTaking(false)
    const why = taken.ok ? props.onSet(taken.value) : words().put[taken.refusal]
    if (why !== null) showToast(why, { tone: 'warn', seconds: 12 })
  }
  const act = (): string => (isPictures() ? words().attachPicture : words().attachFile)
  return (
    <Show when={!props.readOnly}>
      <DropZone
        quiet
        label={words().attachTo(act(), props.label)}
        shownLabel={act()}
        help={isTaking() ? words().taking : words().fileHelp}
        accept={isPictures() ? 'image/*' : undefined}
        onFiles={([file]) => void add(file)}
      />
    </Show>
  )
}

function FilledSlot(props: FileSlotProps & { readonly file: BriefFile }) {
  const words = useWords(fileWords)
  const [large, setLarge] = createSignal<string | null>(null)
  // The reader lets nothing else through.
  const id = (): FileId => props.file.id as FileId
  const isPicture = (): boolean => props.file.type.startsWith('image/')
  const followed = followFile({
    files: props.files,
    doc: props.doc,
    id,
    isPicture,
  })
  const said = () =>
    sayFile(
      {
        size: props.file.size,
        isAlone: props.isAlone,
        ...{ state: followed.state(), refusal: followed.refusal() },
        isFetching: followed.isFetching(),
      },
      words(),
    )
  const close = (): void => {
    const address = large()
    if (address !== null) URL.revokeObjectURL(address)
    setLarge(null)
  }
  onCleanup(close)
  const whole = async (): Promise<Blob | null> => {
    const got = await props.files.fetch(id(), props.doc)
    if (!got.ok) showToast(words().notHere[got.refusal], { tone: 'warn' })
    return got.ok ? got.value : null
  }
  const open = async (): Promise<void> => {
    const bytes = await whole()
    // Only what is a picture by its bytes, whatever its sender called it, and only ever through an image element.
    const type = bytes === null ? null : await typeOf(bytes)
    if (bytes === null || type?.kind !== 'picture') return
    if (await isTooLargeToShow(bytes)) showToast(words().tooLargeToShow, { tone: 'info' })
    else setLarge(URL.createObjectURL(new Blob([bytes], { type: type.mime })))
  }
  const save = async (): Promise<void> => {
    const bytes = await whole()
    if (bytes !== null) props.onSave(props.file.name, bytes)
  }
  const remove = (): void => {
    const [gone, doc] = [id(), props.doc]
    const why = props.onSet(null)
    if (why !== null) return void showToast(why, { tone: 'warn' })
    void props.files.forget(gone, doc)
  }
  return (
    <>
      <FileChip
        name={props.file.name}
        note={said().text}
        tone={said().tone}
        picture={followed.picture()}
        badge={badgeOf(props.file.name)}
        onOpen={followed.picture() === undefined ? undefined : () => void open()}
        openLabel={words().open(props.file.name)}
        actions={
          <>
            <Show when={followed.state().kind === 'refused' && !props.readOnly}>
              <IconButton
                label={words().retry(props.file.name)}
                onClick={() => void props.files.retry(id(), props.doc)}
              >
                <RotateCw size={16} aria-hidden="true" />
              </IconButton>
            </Show>
            <IconButton label={words().download(props.file.name)} onClick={() => void save()}>
              <Download size={16} aria-hidden="true" />
            </IconButton>
            <Show when={!props.readOnly}>
              <IconButton label={words().remove(props.file.name)} onClick={remove}>
                <X size={16} aria-hidden="true" />
              </IconButton>
            </Show>
          </>
        }
      />
      <Show when={large()}>
        {(address) => <PictureDialog address={address()} name={props.file.name} onClose={close} />}
      </Show>
    </>
  )
}

/** Decoded, so many points take 256 MB of this page's memory. */
const mostPointsShown = 64_000_000

async function isTooLargeToShow(bytes: Blob): Promise<boolean> {
  const size = pictureSize(new Uint8Array(await bytes.slice(0, bytesThatSayTheSize).arrayBuffer()))
  return size !== null && size.width * size.height > mostPointsShown
}

const typeOf = async (bytes: Blob) =>
  fileTypeOf(new Uint8Array(await bytes.slice(0, bytesThatTell).arrayBuffer()))

const badgeOf = (name: string): string => (/\.([^.]{1,4})$/.exec(name)?.[1] ?? '').toUpperCase()
