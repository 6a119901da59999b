/**
 * A Y.Doc's whole visible content as one text in canonical form, whatever its root types are, whoever opened them as what,
 * and however its items are split: roots and keys sorted, lists in order, text by what its formatting shows. Two documents
 * with the same text look the same to every reader. Asked before rows are merged, and hashed to compare devices.
 */
import * as Y from 'yjs'

type Shared = NonNullable<ReturnType<Y.Doc['share']['get']>>

export function contentOf(doc: Y.Doc): string {
  const roots: [string, unknown][] = [...doc.share.keys()]
    .sort()
    .map((name) => [name, typeContent(doc.share.get(name))])
  return JSON.stringify(
    roots.filter(([, content]) => content !== null),
    plain,
  )
}

/** null for a root without content: one document may have heard its name, the other not. */
function typeContent(type: Shared | undefined): unknown {
  if (type === undefined) return null
  const entries = [...type._map.entries()]
    .filter(([, item]) => !item.deleted)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const list = listContent(type)
  if (entries.length === 0 && list.length === 0) return type._item === null ? null : [kindOf(type)]
  return [kindOf(type), entries.map(([key, item]) => [key, itemContent(item)]), list]
}

/** Text in runs of one formatting: marks that change nothing are left by some documents and tidied away by others. */
function listContent(type: Shared): unknown[] {
  const list: unknown[] = []
  const marks = new Map<string, unknown>()
  let run: { text: string; readonly marks: string } | undefined
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) marks.delete(content.key)
      else marks.set(content.key, content.value)
    } else if (content instanceof Y.ContentString) {
      const now = JSON.stringify([...marks].sort(([one], [other]) => (one < other ? -1 : 1)))
      if (run === undefined || run.marks !== now) {
        run = { text: '', marks: now }
        list.push(run)
      }
      run.text += content.str
    } else {
      run = undefined
      list.push(...itemContent(item))
    }
  }
  return list
}

function itemContent({ content }: Y.Item): unknown[] {
  if (content instanceof Y.ContentType) return [{ type: typeContent(content.type) }]
  if (content instanceof Y.ContentBinary) return [{ binary: [...content.content] }]
  // In text and arrays runs are split differently from document to document, so each value stands alone.
  return content
    .getContent()
    .map((value: unknown) => ({ value: value === undefined ? 'undefined' : [value] }))
}

/** Values are plain; those JSON has no words for come from other programs. */
const plain = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return { bigint: String(value) }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value
}

/** A root's kind is not in its bytes (a reader decides it), a nested type's is. Not the class's own name: builds shorten it. */
function kindOf(type: Shared): string {
  if (type._item === null) return 'root'
  if (type instanceof Y.XmlElement) return `element:${type.nodeName}`
  return kinds.find(([of]) => type instanceof of)?.[1] ?? 'other'
}

/** What extends another stands before it. */
const kinds = [
  [Y.XmlText, 'xml-text'],
  [Y.XmlHook, 'hook'],
  [Y.XmlFragment, 'fragment'],
  [Y.Text, 'text'],
  [Y.Map, 'map'],
  [Y.Array, 'array'],
] as const
