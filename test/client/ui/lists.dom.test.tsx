import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, it } from 'vitest'
import { InlineField } from '#client/ui/inline-field.tsx'
import { Table } from '#client/ui/table.tsx'
import { setLanguage } from '#client/i18n/language.ts'
import { ReorderList } from '#client/ui/reorder-list.tsx'
import { uiWords } from '#client/ui/words.ts'

afterEach(cleanup)

interface Point {
  readonly id: string
  readonly text: string
}

const three: readonly Point[] = [
  { id: 'a', text: '不漏' },
  { id: 'b', text: '陶瓷' },
  { id: 'c', text: '轻' },
]

function showPoints() {
  const [points, setPoints] = createSignal(three)
  const move = (id: string, before: string | null) =>
    setPoints((list) => {
      const moved = list.filter((point) => point.id === id)
      const rest = list.filter((point) => point.id !== id)
      const at = before === null ? rest.length : rest.findIndex((point) => point.id === before)
      return [...rest.slice(0, at), ...moved, ...rest.slice(at)]
    })
  render(() => (
    <ReorderList
      label="卖点"
      items={points()}
      itemId={(point) => point.id}
      nameOf={(point) => point.text}
      words={{
        grip: (name) => `移动${name}`,
        hint: '按 Alt 加上下键',
        moved: (name, place, total) => `${name}，第 ${place}，共 ${total}`,
      }}
      onMove={move}
    >
      {(point) => (
        <InlineField
          label={point().id}
          value={point().text}
          onInput={(text) =>
            setPoints((list) =>
              list.map((other) => (other.id === point().id ? { ...other, text } : other)),
            )
          }
        />
      )}
    </ReorderList>
  ))
  const shown = () =>
    screen
      .getAllByRole<HTMLTextAreaElement>('textbox')
      .map((field) => field.getAttribute('aria-label'))
      .join('')
  return { points, setPoints, move, shown }
}

describe('a list people put in order', () => {
  it('draws no more than a page can bear, and says how many rows are left out', () => {
    setLanguage('zh')
    const { setPoints } = showPoints()
    setPoints(Array.from({ length: 1_000 }, (_, at) => ({ id: `p${at}`, text: `卖点 ${at}` })))
    expect(screen.getAllByRole('textbox')).toHaveLength(400)
    screen.getByText(uiWords.zh.notDrawn(600))
  })

  it('moves a row by key, says where it is now and keeps the focus on it', () => {
    const { shown } = showPoints()
    const grip = screen.getByRole('button', { name: '移动轻' })
    grip.focus()
    fireEvent.keyDown(grip, { key: 'ArrowUp', altKey: true })
    expect(shown()).toBe('acb')
    expect(screen.getByRole('status').textContent).toBe('轻，第 2，共 3')
    expect(document.activeElement).toBe(grip)
    fireEvent.keyDown(grip, { key: 'ArrowUp', altKey: true })
    fireEvent.keyDown(grip, { key: 'ArrowUp', altKey: true })
    expect(shown()).toBe('cab')
  })

  it('does not move on arrows alone', () => {
    const { shown } = showPoints()
    fireEvent.keyDown(screen.getByRole('button', { name: '移动轻' }), { key: 'ArrowUp' })
    expect(shown()).toBe('abc')
  })

  it('moves nothing under someone who writes in it, and shows the true order when they leave', () => {
    const { shown, move, setPoints } = showPoints()
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'b' })
    field.focus()
    move('c', 'a')
    expect(shown()).toBe('abc')
    setPoints((list) => [{ id: 'd', text: '新' }, ...list])
    expect(shown()).toBe('abcd')
    expect(document.activeElement).toBe(field)
    field.blur()
    expect(shown()).toBe('dcab')
  })

  it('keeps the same field while its text is changed, here or elsewhere', () => {
    const { setPoints } = showPoints()
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'b' })
    field.focus()
    setPoints((list) => list.map((point) => ({ ...point, text: `${point.text}!` })))
    expect(screen.getByRole('textbox', { name: 'b' })).toBe(field)
    expect(field.value).toBe('陶瓷!')
    expect(document.activeElement).toBe(field)
  })
})

describe('a table of fields', () => {
  it('names its rows by their first column and goes down a column with Enter', () => {
    render(() => (
      <Table
        label="产品"
        rows={three}
        rowId={(row) => row.id}
        columns={[
          { id: 'id', head: '编号', cell: (row) => row().id },
          {
            id: 'text',
            head: '品名',
            fill: true,
            cell: (row) => (
              <InlineField
                label={`品名 ${row().id}`}
                value={row().text}
                onInput={() => undefined}
              />
            ),
          },
        ]}
      />
    ))
    expect(screen.getByRole('rowheader', { name: 'a' })).toBeTruthy()
    const first = screen.getByLabelText('品名 a')
    first.focus()
    fireEvent.keyDown(first, { key: 'Enter' })
    expect(document.activeElement).toBe(screen.getByLabelText('品名 b'))
    fireEvent.keyDown(screen.getByLabelText('品名 b'), { key: 'ArrowUp' })
    expect(document.activeElement).toBe(first)
  })
})
