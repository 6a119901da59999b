/**
 * Notes to read, straight from the document's XML: for people who may not edit, and for text this build does not know in
 * full. It writes nothing, and what it does not know it shows as plain text.
 */
import { createSignal, For, onCleanup, Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import * as Y from 'yjs'
import { notesRoot } from '#shared/documents/roots.ts'
import { headingTag, safeHref } from './notes-schema.ts'

export function NotesReading(props: {
  readonly doc: Y.Doc
  readonly label: string
  readonly placeholder: string
}) {
  const root = notesRoot(props.doc)
  const [blocks, setBlocks] = createSignal(root.toArray(), { equals: false })
  const refresh = (): void => void setBlocks(root.toArray())
  root.observeDeep(refresh)
  onCleanup(() => root.unobserveDeep(refresh))
  return (
    <div class="notes-text" role="document" aria-label={props.label}>
      <Show when={blocks().length > 0} fallback={<p class="notes-quiet">{props.placeholder}</p>}>
        <For each={blocks().map((block) => () => showNode(block))}>{(show) => show()}</For>
      </Show>
    </div>
  )
}

function showNode(node: unknown): JSX.Element {
  if (node instanceof Y.XmlText) return showText(node)
  if (!(node instanceof Y.XmlElement)) return null
  if (node.nodeName === 'hardBreak') return <br />
  if (node.nodeName === 'unknownInline')
    return <span>{String(node.getAttribute('text') ?? '')}</span>
  return <Dynamic component={tagOf(node)}>{node.toArray().map(showNode)}</Dynamic>
}

function tagOf(element: Y.XmlElement): string {
  const tags = new Map([
    ['paragraph', 'p'],
    ['bulletList', 'ul'],
    ['orderedList', 'ol'],
    ['listItem', 'li'],
  ])
  if (element.nodeName === 'heading') return headingTag(element.getAttributes()['level'])
  return tags.get(element.nodeName) ?? 'div'
}

function showText(text: Y.XmlText): JSX.Element {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta()
  return delta.map(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') return null
    const link = attributes['link']
    const href =
      typeof link === 'object' && link !== null && 'href' in link ? safeHref(link.href) : null
    const bold = 'strong' in attributes ? <strong>{insert}</strong> : insert
    const shown = 'em' in attributes ? <em>{bold}</em> : bold
    return href === null ? (
      shown
    ) : (
      <a href={href} rel="noopener noreferrer nofollow" target="_blank">
        {shown}
      </a>
    )
  })
}
