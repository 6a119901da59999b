/** The palette: what can be done, colleagues, and everything on this device by title and by text. Loaded when it is first asked for. */
import FileText from 'lucide-solid/icons/file-text'
import ArrowRight from 'lucide-solid/icons/corner-down-right'
import User from 'lucide-solid/icons/user'
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { commandsNow, keysShown } from '#client/ui/commands.ts'
import { createNarrow } from '#client/ui/create-narrow.ts'
import { Palette, type PaletteGroup, type PaletteItem } from '#client/ui/palette.tsx'
import type { Excerpt, Found } from '#client/workers/search-index.ts'
import type { ListedBrief } from '#client/features/briefs/brief-list.tsx'
import { documentAddress } from '#client/live/document-address.ts'
import { plain } from '#shared/domain/search/terms.ts'
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import { createSearch } from './search.ts'
import { searchWords } from './words.ts'

/** Shown while nothing is typed. */
const recents = 6
const titles = 8
const colleagues = 6

export interface SearchPaletteProps {
  readonly workspace: WorkspaceId
  readonly briefs: readonly ListedBrief[]
  /** Whose pages may be opened; none for a guest. */
  readonly people: readonly Person[]
  readonly go: (href: string) => void
  readonly onClose: () => void
}

export function SearchPalette(props: SearchPaletteProps) {
  const words = useWords(searchWords)
  const isNarrow = createNarrow()
  /** A phone has no keys to press; a tablet or a narrow window may. */
  const hasKeys = (): boolean => !isNarrow() || window.matchMedia('(any-pointer: fine)').matches
  const search = createSearch(props.workspace)
  onCleanup(() => search.stop())
  const [typed, setTyped] = createSignal('')
  const [found, setFound] = createSignal<readonly Found[]>([])
  // Stays as it was when the palette opened: only the way to it is gone.
  const commands = commandsNow()
  createEffect(
    on(typed, async (text) => {
      if (text.trim() === '') return void setFound([])
      const answer = await search.find(text)
      if (answer !== null && typed() === text) setFound(answer)
    }),
  )
  const briefItem = (name: DocName, title: string, excerpt: Excerpt | null): PaletteItem => ({
    id: name,
    icon: () => <FileText size={16} />,
    title: title === '' ? words().untitled : title,
    note:
      excerpt === null ? undefined : (
        <>
          {excerpt.before}
          <mark>{excerpt.match}</mark>
          {excerpt.after}
        </>
      ),
    run: () => props.go(documentAddress(name)),
  })
  const byTitle = createMemo((): readonly PaletteItem[] => {
    const asked = plain(typed().trim())
    const some =
      asked === ''
        ? [...props.briefs].sort((a, b) => b.changedAt - a.changedAt).slice(0, recents)
        : props.briefs.filter(({ summary }) => plain(summary.title).includes(asked))
    return some.slice(0, titles).map(({ name, summary }) => briefItem(name, summary.title, null))
  })
  const byName = (asked: string): readonly PaletteItem[] =>
    props.people
      .filter(({ name }) => plain(name).includes(asked))
      .slice(0, colleagues)
      .map(({ member, name }) => ({
        id: member,
        icon: () => <User size={16} />,
        title: name,
        run: () => props.go(`/people/${member}`),
      }))
  const groups = createMemo((): readonly PaletteGroup[] => {
    const asked = plain(typed().trim())
    const done = commands
      .filter(({ id, label }) => plain(label).includes(asked) && (hasKeys() || id !== 'shortcuts'))
      .map((command) => ({
        id: command.id,
        icon: () => <ArrowRight size={16} />,
        title: command.label,
        keys: command.keys === undefined || !hasKeys() ? undefined : keysShown(command.keys),
        run: command.run,
      }))
    const shown = new Set(byTitle().map(({ id }) => id))
    const inText = found()
      .filter(({ name }) => !shown.has(name))
      .map(({ name, title, excerpt }) => briefItem(name, title, excerpt))
    const documents = { label: asked === '' ? words().recent : words().titles, items: byTitle() }
    const can = { label: words().commands, items: done }
    return asked === ''
      ? [documents, can]
      : [
          documents,
          { label: words().people, items: byName(asked) },
          { label: words().inText, items: inText },
          can,
        ]
  })
  return (
    <Palette
      label={words().search}
      placeholder={words().placeholder}
      typed={typed()}
      onType={setTyped}
      groups={groups()}
      nothing={words().nothing}
      full={words().full}
      closeLabel={words().cancel}
      onClose={props.onClose}
    />
  )
}
