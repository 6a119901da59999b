/**
 * A place for one file in any section of the open brief. What stands there is given by the app (client/app/brief-files.tsx):
 * a brief knows which file it refers to, not where its bytes are. Without it, as in a preview of the past, nothing stands there.
 */
import { createContext, Show, useContext, type Accessor, type JSX } from 'solid-js'
import type * as Y from 'yjs'
import { follow } from '#client/live/follow.ts'
import type { BriefFile } from '#shared/domain/briefs/brief.ts'
import { readFiles } from '#shared/documents/readers/read-keyed.ts'
import { rootMap } from '#shared/documents/roots.ts'

export interface FileAsk {
  /** What the file is for: said with the button. */
  readonly label: string
  readonly file: BriefFile | null
  readonly takes: 'all' | readonly ['picture']
  readonly readOnly: boolean
  /** Null takes it out. Answers in words why the brief did not take it. */
  readonly onSet: (file: BriefFile | null) => string | null
}

interface Given {
  /** What the brief says of the files it refers to. */
  readonly named: Accessor<Readonly<Record<string, BriefFile>>>
  readonly place: (ask: FileAsk) => JSX.Element
}

const Files = createContext<Given | null>(null)

/** Around the sections of an open brief. */
export function BriefFiles(props: {
  readonly doc: Y.Doc
  readonly place: ((ask: FileAsk) => JSX.Element) | undefined
  readonly children: JSX.Element
}) {
  const named = follow(
    () => props.doc,
    (doc) => [rootMap(doc, 'files')],
    (doc) => readFiles(rootMap(doc, 'files')),
  )
  const place = (ask: FileAsk): JSX.Element => props.place?.(ask)
  return <Files.Provider value={{ named, place }}>{props.children}</Files.Provider>
}

export interface FilePlaceProps extends Omit<FileAsk, 'file'> {
  /** The file's id; null: none. */
  readonly id: string | null
}

export function FilePlace(props: FilePlaceProps) {
  const files = useContext(Files)
  const file = (): BriefFile | null => {
    if (props.id === null) return null
    return files?.named()[props.id] ?? { id: props.id, name: '', type: '', size: 0 }
  }
  return (
    <Show when={files}>
      {(given) =>
        given().place({
          label: props.label,
          takes: props.takes,
          onSet: (chosen) => props.onSet(chosen),
          get file() {
            return file()
          },
          get readOnly() {
            return props.readOnly
          },
        })
      }
    </Show>
  )
}
