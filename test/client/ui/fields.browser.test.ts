/** Numbers, days, choices and comboboxes by keyboard alone, and with a Chinese input method. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { choose, composing } from '#test/parts/compose.ts'
import { usePartsPage } from '#test/parts/open-parts.ts'

const open = usePartsPage()

const specimen = (page: Page, name: string) =>
  page.locator('.parts-state').filter({ has: page.getByRole('heading', { name, exact: true }) })

describe('a number', () => {
  const numbers = async (name: string) => {
    const page = await open('numbers')
    const part = specimen(page, name)
    const field = part.getByRole('spinbutton')
    await field.focus()
    return { page, field, value: () => part.locator('[data-value]').textContent() }
  }

  it('takes full-width digits of a Chinese input method', async () => {
    const { page, field, value } = await numbers('With a unit')
    await field.fill('')
    await composing(page, '１２３０', async () => {
      expect(await value()).toBe('null')
    })
    await choose(page, '１２３０')
    expect(await value()).toBe('1230')
    await field.blur()
    expect(await field.inputValue()).toBe('1,230')
  })

  it('is stepped by arrows and pages, within its bounds', async () => {
    const { page, field, value } = await numbers('With a unit')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('PageUp')
    expect(await value()).toBe('273')
    await field.fill('3')
    await page.keyboard.press('PageDown')
    expect(await value()).toBe('0')
    expect(await field.getAttribute('aria-valuenow')).toBe('0')
  })

  it('is not changed by a wheel', async () => {
    const { page, field, value } = await numbers('With a unit')
    await field.hover()
    await page.mouse.wheel(0, -240)
    await page.mouse.wheel(0, 240)
    expect(await value()).toBe('262')
  })

  it('says what is wrong on leaving, keeps what is typed and gives on nothing', async () => {
    const { page, field, value } = await numbers('With a unit')
    await field.fill('40000')
    await page.keyboard.press('Tab')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await specimen(page, 'With a unit').getByRole('alert').textContent()).toBe(
      'Must be at most 30,000',
    )
    expect([await field.inputValue(), await value()]).toEqual(['40000', '262'])
  })

  it('is written as the language writes it', async () => {
    const { field, value } = await numbers('Deutsch')
    expect(await field.inputValue()).toBe('1.234,5')
    await field.fill('2.000,75')
    await field.blur()
    expect([await value(), await field.inputValue()]).toEqual(['2000.75', '2.000,75'])
  })
})

describe('a day', () => {
  it('says what clocks show in the other zone, with its weekday', async () => {
    const page = await open('dates')
    const part = specimen(page, 'In two zones, with a time')
    expect(await part.locator('.ui-field-help').textContent()).toBe(
      'Wed 9 Dec 02:30 Shenzhen = Tue 8 Dec 19:30 Frankfurt',
    )
    await part.getByLabel('Wanted by', { exact: true }).focus()
    await page.keyboard.type('2026-07-01')
    await page.keyboard.press('Tab')
    expect(await part.locator('.ui-field-help').textContent()).toBe(
      'Wed 1 Jul 02:30 Shenzhen = Tue 30 Jun 20:30 Frankfurt',
    )
  })

  it('has a time in 24 hours, typed as people do and stepped by quarters of an hour', async () => {
    const page = await open('dates')
    const time = specimen(page, 'In two zones, with a time').getByLabel('Wanted by · Time')
    await time.focus()
    await page.keyboard.type('９点半')
    await page.keyboard.press('Tab')
    expect(await time.inputValue()).toBe('09:30')
    await time.press('ArrowDown')
    await time.press('ArrowDown')
    expect(await time.inputValue()).toBe('09:00')
    await time.fill('soon')
    await time.blur()
    expect(await time.inputValue()).toBe('09:00')
  })

  it('says when it ends elsewhere where it has no time', async () => {
    const page = await open('dates')
    expect(await specimen(page, 'In two zones').locator('.ui-field-help').textContent()).toBe(
      'End of Tue 8 Dec Shenzhen = Tue 8 Dec 17:00 Frankfurt',
    )
  })
})

describe('choices', () => {
  it('of radio cards go round with arrows, leaving out what is off', async () => {
    const page = await open('choices')
    await page.getByRole('radio', { name: /Standard/ }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: /Rush/ }).isChecked()).toBe(true)
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: /Standard/ }).isChecked()).toBe(true)
  })

  it('of checkboxes and switches turn with the space bar', async () => {
    const page = await open('choices')
    const box = page.getByRole('checkbox', { name: 'All languages' })
    expect(await box.evaluate((one: HTMLInputElement) => one.indeterminate)).toBe(true)
    await box.focus()
    await page.keyboard.press('Space')
    expect(await box.isChecked()).toBe(true)
    const turn = page.getByRole('switch', { name: 'Only my time zone' })
    await turn.focus()
    await page.keyboard.press('Space')
    expect(await turn.isChecked()).toBe(true)
  })
})

describe('a select', () => {
  it('is opened, gone through by arrows and typed beginnings, and chosen with Enter', async () => {
    const page = await open('comboboxes')
    const select = specimen(page, 'Select').getByRole('combobox')
    await select.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await select.inputValue()).toBe('rush')
    await page.keyboard.type('Leb')
    await page.keyboard.press('Enter')
    expect(await select.inputValue()).toBe('long')
  })
})

describe('a combobox', () => {
  const combobox = async (name: string, label: string) => {
    const page = await open('comboboxes')
    const field = specimen(page, name).getByRole('combobox', { name: label })
    await field.focus()
    return { page, field }
  }
  const active = (page: Page): Promise<string | null> =>
    page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant')
      return id ? (document.getElementById(id)?.innerText.split('\n')[0] ?? null) : null
    })

  it('opens on the chosen option, is gone through by arrows and chosen with Enter', async () => {
    const { page, field } = await combobox('Combobox', 'Market')
    await page.keyboard.press('ArrowDown')
    expect(await active(page)).toBe('Amazon 德国')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await field.inputValue()).toBe('Amazon 法国')
    expect(await field.getAttribute('aria-expanded')).toBe('false')
  })

  it('gives up with Esc and shows what is chosen again', async () => {
    const { page, field } = await combobox('Combobox', 'Market')
    await field.fill('Shop')
    await page.keyboard.press('Escape')
    expect(await field.inputValue()).toBe('Amazon 德国')
    expect(await page.getByRole('listbox').count()).toBe(0)
  })

  it('finds one of ten thousand, draws a hundred at most and says how many more there are', async () => {
    const { page, field } = await combobox('Ten thousand', 'SKU')
    await page.keyboard.type('cup')
    expect(await page.getByRole('listbox').getByRole('option').count()).toBe(100)
    expect(await page.getByText('9900 more, keep typing').isVisible()).toBe(true)
    await page.keyboard.type('-09876')
    await page.keyboard.press('Enter')
    expect(await field.inputValue()).toBe('CUP-09876')
  })

  it('does nothing while an input method composes, and finds what it makes', async () => {
    const { page, field } = await combobox('Combobox', 'Market')
    await field.fill('')
    await page.keyboard.press('Escape')
    await field.fill('')
    await composing(page, 'taiguo', async () => {
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    })
    expect(await field.inputValue()).toBe('taiguo')
    await choose(page, '泰国')
    await page.keyboard.press('Enter')
    expect(await field.inputValue()).toBe('Shopee 泰国')
  })

  it('offers to make what does not exist', async () => {
    const { page, field } = await combobox('Makes new ones', 'Label')
    await page.keyboard.type('Spring')
    expect(await active(page)).toBe('Create “Spring”')
    await page.keyboard.press('Enter')
    expect(await field.inputValue()).toBe('Spring')
  })

  it('does not choose what is off, and is emptied by its cross, which gives the focus back', async () => {
    const { page, field } = await combobox('Combobox', 'Market')
    await field.fill('Lazada')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('option', { name: /Lazada/ }).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await specimen(page, 'Combobox').getByRole('button', { name: 'Clear' }).click()
    expect(await field.inputValue()).toBe('')
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
  })
})
