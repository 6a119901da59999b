/** The table that is worked in, ten thousand rows of it, by keyboard alone; lists and the tree. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { choose, composing } from '#test/parts/compose.ts'
import { usePartsPage } from '#test/parts/open-parts.ts'

const open = usePartsPage()

const here = (page: Page): Promise<readonly (string | undefined)[]> =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest<HTMLElement>('[data-column]')
    return [cell?.dataset.row, cell?.dataset.column]
  })
const cell = (page: Page, row: string, column: string) =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`)
const grid = (page: Page) => page.getByRole('grid', { name: 'Tasks' })

async function tables(row = 't0', column = 'name'): Promise<Page> {
  const page = await open('tables')
  await cell(page, row, column).click({ position: { x: 4, y: 18 } })
  return page
}

describe('a long table of fields', () => {
  const products = (page: Page) => page.getByRole('table', { name: 'Products' })
  const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

  it('draws what is near the view and keeps every row at one height', async () => {
    const page = await open('tables')
    expect(await products(page).locator('tbody textarea').count()).toBeLessThan(80)
    const heights = await products(page)
      .locator('tbody tr:not(.ui-table-gap)')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height))
    expect(new Set(heights)).toEqual(new Set([36]))
  })

  it('keeps the field that is written in when it is scrolled away', async () => {
    const page = await open('tables')
    await field(page, 'SKU t2').click()
    await page.keyboard.type('A')
    const frame = products(page).locator('xpath=..')
    await frame.evaluate((one) => (one.scrollTop = 9_000))
    await field(page, 'SKU t250').waitFor()
    await page.keyboard.type('B')
    await frame.evaluate((one) => (one.scrollTop = 0))
    await field(page, 'SKU t0').waitFor()
    await page.keyboard.type('C')
    expect(await field(page, 'SKU t2').inputValue()).toMatch(/ABC/)
  })

  it('is gone through with Down beyond what was drawn', async () => {
    const page = await open('tables')
    await field(page, 'SKU t0').click()
    for (let row = 1; row <= 60; row += 1) {
      await page.keyboard.press('ArrowDown')
      await page.locator(`[aria-label="SKU t${row}"]:focus`).waitFor()
    }
  })
})

describe('a table of ten thousand rows', () => {
  it('draws what is near the view and says how many there are', async () => {
    const page = await open('tables')
    expect(await grid(page).locator('tbody tr').count()).toBeLessThan(60)
    expect(await grid(page).getAttribute('aria-rowcount')).toBe('10001')
    const heights = await grid(page).evaluate((table) => [
      table.scrollHeight,
      table.querySelector('thead')?.getBoundingClientRect().height,
    ])
    expect(heights[0]).toBe(10_000 * 36 + (heights[1] ?? 0))
  })

  it('has one tab stop, gone from with arrows, Home, End, pages and their corners', async () => {
    const page = await tables()
    expect(await grid(page).locator('[tabindex="0"]').count()).toBe(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    expect(await here(page)).toEqual(['t1', 'stage'])
    await page.keyboard.press('Home')
    expect(await here(page)).toEqual(['t1', 'ui:choose'])
    await page.keyboard.press('End')
    expect(await here(page)).toEqual(['t1', 'due'])
    await page.keyboard.press('Control+End')
    expect(await here(page)).toEqual(['t9999', 'due'])
    await page.keyboard.press('PageUp')
    expect(await here(page)).toEqual(['t9989', 'due'])
    await page.keyboard.press('Control+Home')
    expect(await here(page)).toEqual(['t0', 'ui:choose'])
    await page.keyboard.press('ArrowUp')
    expect(await here(page)).toEqual(['', 'ui:choose'])
    await page.keyboard.press('Tab')
    expect(await grid(page).evaluate((one) => one.contains(document.activeElement))).toBe(false)
  })

  it('keeps the tab stop when it is scrolled away', async () => {
    const page = await tables('t2')
    await page
      .locator('.ui-table-frame')
      .first()
      .evaluate((frame) => (frame.scrollTop = 90_000))
    await page.locator('[data-row="t2500"]').first().waitFor()
    expect(await here(page)).toEqual(['t2', 'name'])
    await page.keyboard.press('ArrowDown')
    expect(await here(page)).toEqual(['t3', 'name'])
    expect(await cell(page, 't3', 'name').isVisible()).toBe(true)
  })

  it('is written in with Enter, goes down with it, and gives up with Esc', async () => {
    const page = await tables()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Travel mug, moss')
    await page.keyboard.press('Enter')
    expect(await cell(page, 't0', 'name').innerText()).toBe('Travel mug, moss')
    expect(await here(page)).toEqual(['t1', 'name'])
    await page.keyboard.press('F2')
    await page.keyboard.type('nothing')
    await page.keyboard.press('Escape')
    expect(await cell(page, 't1', 'name').innerText()).toBe('500 ml Edelstahlbecher')
    expect(await here(page)).toEqual(['t1', 'name'])
  })

  it('is written in by a first letter, and Tab goes on to the next cell that can be', async () => {
    const page = await tables()
    await page.keyboard.type('Mug')
    await page.keyboard.press('Tab')
    expect(await cell(page, 't0', 'name').innerText()).toBe('Mug')
    expect(await here(page)).toEqual(['t0', 'weight'])
    await page.keyboard.type('350')
    await page.keyboard.press('Tab')
    expect(await cell(page, 't0', 'weight').innerText()).toBe('350')
    expect(await here(page)).toEqual(['t1', 'name'])
    await page.keyboard.press('Shift+Tab')
    expect(await here(page)).toEqual(['t0', 'weight'])
  })

  it('says why a text is refused and keeps it until it is mended', async () => {
    const page = await tables('t0', 'weight')
    await page.keyboard.type('heavy')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('alert').innerText()).toBe('Digits only')
    expect(await here(page)).toEqual(['t0', 'weight'])
    await page.keyboard.press('Control+a')
    await page.keyboard.type('401')
    await page.keyboard.press('Enter')
    expect(await cell(page, 't0', 'weight').innerText()).toBe('401')
  })

  it('does nothing while an input method composes in a cell', async () => {
    const page = await tables()
    await page.keyboard.press('Enter')
    await composing(page, 'beizi', async () => {
      await page.keyboard.press('Enter')
    })
    expect(await here(page)).toEqual(['t0', 'name'])
    await choose(page, '杯子')
    await page.keyboard.press('Enter')
    expect(await cell(page, 't0', 'name').innerText()).toBe('杯子')
  })

  it('is sorted from its heads, says so, and keeps the focus', async () => {
    const page = await tables('t0', 'weight')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    const head = page.getByRole('columnheader', { name: 'Weight g' }).first()
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    expect(await page.getByText('Sorted by Weight g, ascending').count()).toBe(1)
    await page.keyboard.press('Enter')
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    expect(await here(page)).toEqual(['', 'weight'])
    expect(await grid(page).locator('tbody tr').first().getAttribute('aria-rowindex')).toBe('2')
  })

  it('has columns widened by key and by pointer, and put back with Esc', async () => {
    const page = await tables('t0', 'sku')
    const head = page.getByRole('columnheader', { name: 'SKU' }).first()
    const width = async () => Math.round((await head.boundingBox())?.width ?? 0)
    expect(await width()).toBe(132)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Alt+ArrowRight')
    expect(await width()).toBe(148)
    expect(await page.getByText('SKU, 148 pixels wide').count()).toBe(1)
    const box = await head.boundingBox()
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0), (box?.y ?? 0) + 16]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 40, y)
    expect(await width()).toBe(188)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await width()).toBe(148)
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x - 20, y)
    await page.mouse.up()
    expect(await width()).toBe(128)
  })

  it('has rows chosen with the space bar, in ranges, all at once, and a bar of what can be done', async () => {
    const page = await tables('t1', 'stage')
    await page.keyboard.press('Space')
    const bar = page.locator('.ui-bulk').first()
    expect(await bar.innerText()).toContain('1 row selected')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    expect(await bar.innerText()).toContain('3 rows selected')
    await page.keyboard.press('Control+ArrowDown')
    await page.keyboard.press('Shift+PageUp')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+ArrowUp')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    expect(await bar.innerText()).toContain('3 rows selected')
    expect(await grid(page).locator('tr[aria-selected="true"]').count()).toBe(3)
    await page.keyboard.press('Control+a')
    expect(await bar.innerText()).toContain('10000 rows selected')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Assign')
    await page.getByRole('button', { name: 'Deselect' }).press('Enter')
    expect(await bar.innerText()).toBe('10000 rows')
    expect(await here(page)).toEqual(['t3', 'stage'])
  })

  it('has rows chosen by pressing their boxes, up to one with Shift', async () => {
    const page = await open('tables')
    await cell(page, 't1', 'ui:choose').click()
    await cell(page, 't4', 'ui:choose').click({ modifiers: ['Shift'] })
    expect(await grid(page).locator('tbody input:checked').count()).toBe(4)
    await cell(page, 't2', 'ui:choose').click()
    expect(await grid(page).locator('tr[aria-selected="true"]').count()).toBe(3)
    await page.keyboard.press('ArrowDown')
    expect(await here(page)).toEqual(['t3', 'ui:choose'])
  })

  it('keeps its first column where it is when the others scroll', async () => {
    const page = await open('tables', { device: 'phone' })
    const left = async () => (await cell(page, 't0', 'sku').boundingBox())?.x
    const before = await left()
    await page
      .locator('.ui-table-frame')
      .first()
      .evaluate((frame) => (frame.scrollLeft = 200))
    expect(await left()).toBe(before)
  })
})

describe('a tree', () => {
  it('is gone through by arrows, Home, End and typed beginnings', async () => {
    const page = await open('trees')
    const at = (): Promise<string> =>
      page.evaluate(
        () => document.activeElement?.querySelector('.ui-tree-label')?.textContent ?? '',
      )
    await page.getByRole('treeitem', { name: 'Guidelines.pdf' }).focus()
    await page.keyboard.press('Home')
    expect(await at()).toBe('Brand')
    await page.keyboard.press('ArrowRight')
    expect(await at()).toBe('Logo.svg')
    await page.keyboard.type('ph')
    expect(await at()).toBe('Photos')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await at()).toBe('CUP-350-GRN_main_de_v2.psd')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    expect(await page.getByRole('treeitem', { name: 'Photos' }).getAttribute('aria-expanded')).toBe(
      'false',
    )
    await page.keyboard.press('ArrowLeft')
    expect(await at()).toBe('Brand')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    expect(await page.locator('[aria-selected="true"]').textContent()).toContain('Packaging')
  })
})

describe('a list of ten thousand links', () => {
  it('is gone through to its end and keeps few rows in the page', async () => {
    const page = await open('lists')
    await page
      .getByRole('link', { name: /Dog harness, reflective range/ })
      .first()
      .focus()
    await page.keyboard.press('End')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('9999')
    expect(
      await page.getByRole('navigation', { name: 'Briefs' }).getByRole('link').count(),
    ).toBeLessThan(60)
  })
})
