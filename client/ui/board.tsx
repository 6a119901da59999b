/**
 * Columns beside each other, each a list that scrolls by itself; of thousands only the rows near the view are drawn. Tab goes
 * from column to column, the arrows to the side too; on a phone one column fills the view and the next is a swipe away.
 */
import { For, Show, type Accessor, type JSX } from 'solid-js'
import { LinkList } from './link-list.tsx'
import './board.css'

export interface BoardColumn<Item> {
  readonly id: string
  readonly title: string
  /** Beside the title: how many. */
  readonly note: string
  readonly items: readonly Item[]
}

export interface BoardProps<Item> {
  readonly label: string
  readonly columns: readonly BoardColumn<Item>[]
  readonly itemId: (item: Item) => string
  readonly nameOf: (item: Item) => string
  /** One link; `tabIndex` goes onto it. */
  readonly children: (item: Accessor<Item>, tabIndex: Accessor<0 | -1>) => JSX.Element
}

export function Board<Item>(props: BoardProps<Item>) {
  let board: HTMLElement | undefined
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by === undefined || !(event.target instanceof HTMLElement)) return
    const stops = [...(board?.querySelectorAll<HTMLElement>('a[tabindex="0"]') ?? [])]
    const next = stops[stops.indexOf(event.target) + by]
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div
      ref={(element) => (board = element)}
      class="ui-board"
      role="group"
      aria-label={props.label}
      onKeyDown={step}
    >
      <For each={props.columns.map(({ id }) => id)}>
        {(id) => {
          const column = () => props.columns.find((one) => one.id === id)
          return (
            <Show when={column()}>
              {(shown) => (
                <section class="ui-board-column" aria-label={shown().title}>
                  <h2 class="ui-board-head">
                    {shown().title}
                    <span>{shown().note}</span>
                  </h2>
                  <div class="ui-board-rows">
                    <LinkList
                      label={shown().title}
                      items={shown().items}
                      itemId={props.itemId}
                      nameOf={props.nameOf}
                      currentId={null}
                    >
                      {props.children}
                    </LinkList>
                  </div>
                </section>
              )}
            </Show>
          )
        }}
      </For>
    </div>
  )
}
