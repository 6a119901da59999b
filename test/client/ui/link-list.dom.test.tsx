import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LinkList } from '#client/ui/link-list.tsx'
import { ListRow } from '#client/ui/list-row.tsx'

interface Listed {
  readonly id: string
  readonly title: string
}

const many = (count: number): readonly Listed[] =>
  Array.from({ length: count }, (_, at) => ({ id: `b${at}`, title: `Brief ${at}` }))

// happy-dom lays nothing out: the view is 640 px high.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function show(first: readonly Listed[], current: string | null = null) {
  const [items, setItems] = createSignal(first)
  render(() => (
    <div style={{ 'overflow-y': 'auto', height: '640px' }}>
      <LinkList
        label="Briefs"
        items={items()}
        itemId={(item) => item.id}
        nameOf={(item) => item.title}
        currentId={current}
      >
        {(item, tabIndex) => (
          <ListRow
            href={`/briefs/${item().id}`}
            title={item().title}
            notes={[]}
            tabIndex={tabIndex()}
          />
        )}
      </LinkList>
    </div>
  ))
  const press = (key: string): void => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key })
  }
  const focused = (): string => document.activeElement?.textContent ?? ''
  screen.getAllByRole('link')[0]?.focus()
  return { setItems, press, focused }
}

describe('a long list', () => {
  it('holds few rows in the page and says the place of each in the whole', () => {
    show(many(10_000))
    const rows = screen.getAllByRole('listitem')
    expect(rows.length).toBeLessThan(60)
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('10000')
    expect(rows[2]?.getAttribute('aria-posinset')).toBe('3')
  })

  it('is gone through with arrows, J and K, Home, End and pages', () => {
    const { press, focused } = show(many(10_000))
    press('ArrowDown')
    press('j')
    expect(focused()).toBe('Brief 2')
    press('k')
    press('ArrowUp')
    press('ArrowUp')
    expect(focused()).toBe('Brief 0')
    press('End')
    expect(focused()).toBe('Brief 9999')
    press('ArrowDown')
    expect(focused()).toBe('Brief 9999')
    press('PageUp')
    expect(focused()).toBe('Brief 9990')
    press('Home')
    expect(focused()).toBe('Brief 0')
  })

  it('goes to the next name with a typed beginning', () => {
    const { press, focused } = show([
      { id: 'a', title: 'Mugs' },
      { id: 'b', title: 'Harness' },
      { id: 'c', title: 'Milk jugs' },
    ])
    press('m')
    expect(focused()).toBe('Milk jugs')
    press('u')
    expect(focused()).toBe('Mugs')
  })

  it('has one tab stop: where the focus was, else the open one', () => {
    const stops = (): (string | null)[] =>
      screen
        .getAllByRole('link')
        .filter((link) => link.tabIndex === 0)
        .map((link) => link.textContent)
    show(many(30), 'b3')
    expect(stops()).toEqual(['Brief 0'])
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' })
    expect(stops()).toEqual(['Brief 1'])
  })

  it('keeps the focus on its row when a colleague’s change puts it elsewhere', () => {
    const { setItems, press, focused } = show(many(30))
    press('ArrowDown')
    setItems((list) => [
      ...list.slice(2, 6),
      ...list.slice(1, 2),
      ...list.slice(6),
      ...list.slice(0, 1),
    ])
    expect(focused()).toBe('Brief 1')
    press('ArrowDown')
    expect(focused()).toBe('Brief 6')
  })
})
