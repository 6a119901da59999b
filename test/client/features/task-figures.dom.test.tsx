/** The page of figures: what it says of few tasks and of none, and what stands behind a figure. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { FiguresPage } from '#client/features/tasks/figures/figures.page.tsx'
import {
  readFiguresFilter,
  writeFiguresFilter,
} from '#client/features/tasks/figures/figures-filter.ts'
import { figuresWords } from '#client/features/tasks/figures/words.ts'
import { setLanguage } from '#client/i18n/language.ts'
import { measureTasks, type Figures } from '#shared/domain/tasks/figures/measure-tasks.ts'
import type { TaskCase } from '#shared/domain/tasks/figures/task-case.ts'
import type { DocName, MemberId, Topic } from '#shared/lib/ids.ts'

afterEach(cleanup)

const day = 86_400_000
const words = figuresWords.en

function figuresOf(count: number): Figures {
  const cases = Array.from({ length: count }, (_, n): TaskCase => ({
    ...{ name: `task-${n}` as DocName, brief: 'b' as Topic, product: 'p', maker: 'm' as MemberId },
    ...{ visits: [], rounds: n === 0 ? [{ cause: 'visual' }] : [], finalGate: null },
    ...{ acceptedAt: 0, startedAt: day, approvedAt: 3 * day, wantedAt: null, wantedNowAt: null },
    ...{ checks: { asked: 2, done: 2 }, newest: 3 * day, late: 0, unsent: 0 },
  }))
  return measureTasks(cases, { from: 0, to: 9 * day, now: 9 * day, doer: null }, [])
}

function show(figures: Figures) {
  setLanguage('en')
  const [now, setNow] = createSignal(figures)
  render(() => (
    <FiguresPage
      figures={now()}
      hasTasks
      stages={defaultSop.stages}
      filter={readFiguresFilter('')}
      onFilter={() => undefined}
      nameOfTask={(name) => `Task ${name}`}
      onBack={() => undefined}
    />
  ))
  return setNow
}
const lineOf = (label: string): HTMLDetailsElement => {
  const line = screen.getAllByText(label).map((found) => found.closest('details'))[0]
  if (!line) throw new Error(`no line says ${label}`)
  return line
}

test('under five tasks a rate is a count of a count, from five on a percentage with its sample', () => {
  const setFigures = show(figuresOf(4))
  expect(lineOf(words.firstPass).querySelector('summary')?.textContent).toContain('3/4')
  setFigures(figuresOf(5))
  const said = lineOf(words.firstPass).querySelector('summary')?.textContent
  expect(said).toContain('80%')
  expect(said).toContain('4 of 5')
})

test('a line opens on its formula and its tasks, and stays open while figures change', () => {
  const setFigures = show(figuresOf(5))
  const line = lineOf(words.rework)
  line.open = true
  fireEvent(line, new Event('toggle'))
  screen.getByText(words.formula.rework)
  expect(screen.getByText('Task task-0').closest('a')?.getAttribute('href')).toBe('/tasks/task-0')
  setFigures(figuresOf(6))
  expect(lineOf(words.rework)).toBe(line)
  expect(line.open).toBe(true)
})

test('a period in which nothing was finished says so', () => {
  show(figuresOf(0))
  screen.getByText(words.nothingYet)
})

test('the address says which figures are shown; anything else counts as not said', () => {
  for (const search of ['', '?period=month', '?by=outside', '?period=all&by=inside'])
    expect(writeFiguresFilter(readFiguresFilter(search))).toBe(search)
  expect(readFiguresFilter('?period=year&by=me')).toEqual({ period: '30', by: 'all' })
})
