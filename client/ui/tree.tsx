/**
 * Things within things: one tab stop, Up and Down between what is shown, Right opens and goes in, Left closes and goes out, Home,
 * End and typed beginnings; Enter or Space chooses. Which are open and which is chosen belongs to the owner.
 */
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { createEntries } from './create-entries.ts'
import { shownNodes, type TreeNode } from './shown-nodes.ts'
import { createTypedBeginning } from './typed-beginning.ts'
import './tree.css'
import { isComposing } from './is-composing.ts'

export interface TreeProps {
  readonly label: string
  readonly nodes: readonly TreeNode[]
  readonly open: ReadonlySet<string>
  readonly onOpenChange: (id: string, open: boolean) => void
  readonly current: string | null
  readonly onChoose: (id: string) => void
  readonly icon?: ((node: TreeNode) => JSX.Element) | undefined
}

export function Tree(props: TreeProps) {
  const [focused, setFocused] = createSignal<string | null>(null)
  const shown = createMemo(() => shownNodes(props.nodes, props.open))
  const { ids, entryOf } = createEntries(shown, ({ node }) => node.id)
  const stop = createMemo(() => {
    const places = [focused(), props.current].map((id) => (id === null ? -1 : ids().indexOf(id)))
    return Math.max(0, places.find((place) => place >= 0) ?? 0)
  })
  let root: HTMLUListElement | undefined
  const go = (place: number): void => {
    const id = ids()[Math.max(0, Math.min(ids().length - 1, place))]
    if (id === undefined) return
    setFocused(id)
    root?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }
  const typed = createTypedBeginning()
  const press = (event: KeyboardEvent): void => {
    const here = shown()[stop()]
    if (!here || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const inside = here.node.children !== undefined
    const isOpen = inside && props.open.has(here.node.id)
    if (event.key === 'ArrowDown') go(stop() + 1)
    else if (event.key === 'ArrowUp') go(stop() - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(ids().length - 1)
    else if (event.key === 'ArrowRight' && isOpen) go(stop() + 1)
    else if (event.key === 'ArrowRight' && inside) props.onOpenChange(here.node.id, true)
    else if (event.key === 'ArrowLeft' && isOpen) props.onOpenChange(here.node.id, false)
    else if (event.key === 'ArrowLeft' && here.parent !== null) go(ids().indexOf(here.parent))
    else if (event.key === 'Enter' || event.key === ' ') props.onChoose(here.node.id)
    else {
      const beginning = typed.press(event)
      if (beginning === null) return
      const first = beginning.length > 1 ? 0 : 1
      const order = [...shown().slice(stop() + first), ...shown().slice(0, stop() + first)]
      const next = order.find(({ node }) => node.label.toLocaleLowerCase().startsWith(beginning))
      if (next) go(ids().indexOf(next.node.id))
    }
    event.preventDefault()
  }
  return (
    <ul
      ref={(element) => (root = element)}
      class="ui-tree"
      role="tree"
      aria-label={props.label}
      onKeyDown={press}
    >
      <For each={ids()}>
        {(id, place) => {
          const entry = entryOf(id)
          const isOpen = () => props.open.has(id)
          return (
            <li
              class="ui-tree-line"
              role="treeitem"
              tabIndex={place() === stop() ? 0 : -1}
              aria-level={entry().level}
              aria-setsize={entry().size}
              aria-posinset={entry().place}
              aria-expanded={entry().node.children ? isOpen() : undefined}
              aria-selected={props.current === id}
              style={{ '--level': entry().level - 1 }}
              onFocus={() => setFocused(id)}
              onClick={() => props.onChoose(id)}
            >
              <span
                class="ui-tree-open"
                aria-hidden="true"
                onClick={(event) => {
                  if (!entry().node.children) return
                  event.stopPropagation()
                  props.onOpenChange(id, !isOpen())
                }}
              >
                <Show when={entry().node.children}>
                  <ChevronRight size={16} />
                </Show>
              </span>
              {props.icon?.(entry().node)}
              <span class="ui-tree-label" dir="auto">
                {entry().node.label}
              </span>
              <Show when={entry().node.note}>
                <span class="ui-tree-note">{entry().node.note}</span>
              </Show>
            </li>
          )
        }}
      </For>
    </ul>
  )
}
