/** How much of the workspace is kept on this device and why, how much may be, and the briefs that are always kept. */
import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { Kept } from '#client/replica/kept.ts'
import type { FilesUsage } from '#client/replica/files/replica-files.ts'
import type { Replica } from '#client/replica/replica.ts'
import { rooms, type Room } from '#client/replica/room.ts'
import { Button } from '#client/ui/button.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import type { DocName } from '#shared/lib/ids.ts'
import { formatBytes } from '#client/i18n/format-bytes.ts'
import type { ListedDocument } from './listed-document.ts'
import { deviceWords } from './words.ts'

export interface RoomSectionProps {
  readonly replica: Replica
  readonly documents: readonly ListedDocument[]
  /** Looked at again whenever this moves. */
  readonly now: number
}

type Size = keyof typeof rooms
const sizes: readonly Size[] = ['least', 'phone', 'desk', 'most']
const order = ['open', 'waiting', 'pinned', 'opened', 'newest'] as const

export function RoomSection(props: RoomSectionProps) {
  const words = useWords(deviceWords)
  const { kept, room, pins, files } = followRoom(props)
  const chosen = (): Size | '' =>
    sizes.find(
      (size) => rooms[size].documents === room().documents && rooms[size].bytes === room().bytes,
    ) ?? ''
  const nameOf = ({ documents, bytes }: Room): string =>
    words().roomSize(formatNumber(documents), formatBytes(bytes))
  const titleOf = (name: DocName): string =>
    props.documents.find((one) => one.name === name)?.summary.title || words().untitled
  const held = ({ here, listed, bytes }: Kept): string =>
    listed === 0
      ? words().noDocuments
      : here === listed
        ? words().allHere(formatNumber(here), formatBytes(bytes))
        : words().someHere(formatNumber(here), formatNumber(listed), formatBytes(bytes))
  const why = ({ reasons }: Kept): string =>
    order
      .filter((reason) => reasons[reason] > 0)
      .map((reason) => words().hereBecause[reason](formatNumber(reasons[reason])))
      .join(words().reasonBetween)
  const elsewhere = ({ here, listed }: Kept): string | undefined =>
    here < listed ? words().elsewhereHelp(formatNumber(listed - here)) : undefined
  return (
    <Section title={words().documents}>
      <FactList>
        <Show when={kept()}>
          {(now) => (
            <>
              <Fact label={words().here} value={held(now())} help={elsewhere(now())} />
              <Show when={now().here > 0}>
                <Fact label={words().whyHere} value={why(now())} />
              </Show>
            </>
          )}
        </Show>
        <Show when={files()}>
          {(now) => (
            <Fact
              label={words().files}
              value={
                now().files === 0
                  ? words().noFiles
                  : words().filesHere(
                      formatNumber(now().files),
                      formatBytes(now().bytes),
                      formatBytes(now().room),
                    )
              }
              help={
                now().waiting > 0
                  ? words().filesWaiting(formatNumber(now().waiting))
                  : words().filesHelp
              }
            />
          )}
        </Show>
        <Fact
          label={words().atMost}
          value={
            <Select
              label={words().atMost}
              hideLabel
              value={chosen()}
              placeholder={chosen() === '' ? nameOf(room()) : undefined}
              options={sizes.map((size) => ({ value: size, label: nameOf(rooms[size]) }))}
              onChange={(size) =>
                void props.replica.room().then((calls) => calls.choose(rooms[size]))
              }
            />
          }
          help={words().atMostHelp}
        />
        <Show
          when={pins().length > 0}
          fallback={
            <Fact label={words().pinned} value={words().noneIsPinned} help={words().pinHelp} />
          }
        >
          <For each={pins()}>
            {(name, at) => (
              <Fact
                label={at() === 0 ? words().pinned : ''}
                value={<a href={`/briefs/${name}`}>{titleOf(name)}</a>}
                action={
                  <Button
                    kind="quiet"
                    aria-label={words().unpinOf(titleOf(name))}
                    onClick={() => props.replica.pins.set(name, false)}
                  >
                    {words().unpin}
                  </Button>
                }
              />
            )}
          </For>
        </Show>
      </FactList>
    </Section>
  )
}

function followRoom(props: RoomSectionProps) {
  const [kept, setKept] = createSignal<Kept | null>(null)
  const [room, setRoom] = createSignal<Room>(rooms.desk)
  const [files, setFiles] = createSignal<FilesUsage | null>(null)
  const [pins, setPins] = createSignal<readonly DocName[]>(props.replica.pins.list())
  let gone = false
  const look = (): void => {
    setPins(props.replica.pins.list())
    void props.replica.room().then(async (calls) => {
      setRoom(calls.now())
      const now = await calls.kept()
      if (!gone) setKept(now)
    })
    void props.replica.files().then(async (here) => {
      const usage = await here.usage()
      if (!gone) setFiles(usage)
    })
  }
  const callOff = props.replica.pins.subscribe(look)
  onCleanup(() => {
    gone = true
    callOff()
  })
  createEffect(() => {
    // A document that comes or goes moves the list.
    if (props.now > 0 && props.documents.length >= 0) look()
  })
  return { kept, room, pins, files }
}
