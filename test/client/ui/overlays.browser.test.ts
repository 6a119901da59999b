/** What floats: where the focus goes and comes back to, what Esc does, what keys go through. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { choose, composing } from '#test/parts/compose.ts'
import { usePartsPage } from '#test/parts/open-parts.ts'

const open = usePartsPage()
/** The focus comes back in a task of its own, after what floated has gone. */
const focuses = async (page: Page, wanted: string): Promise<void> => {
  await page.waitForFunction((name) => {
    const one = document.activeElement
    return (one?.getAttribute('aria-label') ?? one?.textContent?.trim() ?? '') === name
  }, wanted)
}

describe('a dialog', () => {
  it('holds the focus, closes with Esc and gives the focus back', async () => {
    const page = await open('overlays')
    const opener = page.getByRole('button', { name: 'Open dialog' })
    await opener.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Invite colleagues' })
    await dialog.waitFor()
    await page.waitForFunction(() => document.activeElement?.matches('input'))
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab')
      expect(await dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await focuses(page, 'Open dialog')
  })

  it('is a sheet on phones that is pulled down by its head', async () => {
    const page = await open('overlays', { device: 'phone' })
    await page.getByRole('button', { name: 'Open dialog' }).tap()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    const box = await dialog.boundingBox()
    expect(box && [box.x, box.width, Math.round(box.y + box.height)]).toEqual([0, 390, 844])
    const top = box?.y ?? 0
    await page.mouse.move(195, top + 10)
    await page.mouse.down()
    await page.mouse.move(195, top + 30)
    await page.mouse.move(195, top + 400)
    await page.mouse.up()
    await dialog.waitFor({ state: 'detached' })
  })

  it('stays where it was when its head is let go soon', async () => {
    const page = await open('overlays', { device: 'phone' })
    await page.getByRole('button', { name: 'Open dialog' }).tap()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    const before = await dialog.boundingBox()
    const top = before?.y ?? 0
    await page.mouse.move(195, top + 10)
    await page.mouse.down()
    await page.mouse.move(195, top + 40)
    await page.mouse.move(195, top + 30)
    await page.mouse.move(195, top + 30)
    await page.mouse.up()
    expect(await dialog.boundingBox()).toEqual(before)
  })
})

describe('a menu', () => {
  const menu = async () => {
    const page = await open('overlays')
    await page.getByRole('button', { name: 'Actions', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('[role="menu"]'))
    return page
  }
  const highlighted = (page: Page): Promise<string> =>
    page.locator('[data-highlighted] .ui-menu-label').innerText()

  it('is gone through by arrows, Home, End and typed beginnings, leaving out what is off', async () => {
    const page = await menu()
    expect(await highlighted(page)).toBe('Edit')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await highlighted(page)).toBe('Only open')
    await page.keyboard.press('End')
    expect(await highlighted(page)).toBe('Archive')
    await page.keyboard.press('Home')
    expect(await highlighted(page)).toBe('Edit')
    await page.keyboard.type('co')
    expect(await highlighted(page)).toBe('Copy link')
    await page.keyboard.press('Enter')
    expect(await page.locator('[data-done]').textContent()).toBe('copy')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await focuses(page, 'Actions')
  })

  it('stays open for choices and closes with Esc, which gives the focus back', async () => {
    const page = await menu()
    const choice = page.getByRole('menuitemcheckbox', { name: 'Only open' })
    await page.keyboard.type('on')
    await page.keyboard.press('Space')
    expect(await choice.getAttribute('aria-checked')).toBe('false')
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await focuses(page, 'Actions')
  })

  it('comes up from below on phones', async () => {
    const page = await open('overlays', { device: 'phone' })
    await page.getByRole('button', { name: 'Actions', exact: true }).tap()
    const box = await page.getByRole('menu').boundingBox()
    expect(box && [box.x, box.width, Math.round(box.y + box.height)]).toEqual([0, 390, 844])
  })
})

describe('tabs', () => {
  it('are gone through by arrows, Home and End, leaving out what is off', async () => {
    const page = await open('overlays')
    await page.getByRole('tab', { name: 'Brief', exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('tabpanel').innerText()).toBe('Tasks made of it')
    await page.keyboard.press('ArrowRight')
    await focuses(page, 'History')
    await page.keyboard.press('Home')
    expect(await page.getByRole('tabpanel').innerText()).toBe('What is wanted')
    await page.keyboard.press('End')
    await focuses(page, 'History')
  })
})

describe('a toast', () => {
  it('offers a way back by keyboard, closes with Esc and gives the focus back', async () => {
    const page = await open('overlays')
    await page.getByRole('button', { name: 'With undo' }).focus()
    await page.keyboard.press('Enter')
    const undo = page.getByRole('button', { name: 'Undo', exact: true })
    await undo.focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('[data-done]').textContent()).toBe('undone')
    await page.keyboard.press('Enter')
    await undo.focus()
    await page.keyboard.press('Escape')
    expect(await undo.count()).toBe(0)
    await focuses(page, 'With undo')
  })
})

describe('a palette', () => {
  it('is gone through by arrows, does nothing while an input method composes, and gives the focus back', async () => {
    const page = await open('overlays')
    const opener = page.getByRole('button', { name: 'Open palette' })
    await opener.focus()
    await page.keyboard.press('Enter')
    const field = page.getByRole('combobox', { name: 'Search and commands' })
    await field.focus()
    await composing(page, 'xu', () => page.keyboard.press('Enter'))
    expect(await field.isVisible()).toBe(true)
    await choose(page, 'Leb')
    await page.keyboard.press('Enter')
    expect(await page.locator('[data-done]').textContent()).toBe('long')
    await opener.focus()
    await page.keyboard.press('Enter')
    await field.waitFor()
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    await focuses(page, 'Open palette')
  })
})

describe('a hint', () => {
  it('says name and key of what the keyboard reaches, goes with Esc and leaves the title as it was', async () => {
    const page = await open('overlays')
    await page.getByRole('button', { name: 'Bad news' }).focus()
    await page.keyboard.press('Tab')
    const hint = page.locator('.ui-tooltip')
    await page.waitForFunction(() => document.querySelector('.ui-tooltip:popover-open'))
    expect(await hint.innerText()).toMatch(/^Edit\s*E$/)
    await page.keyboard.press('Escape')
    expect(await hint.isVisible()).toBe(false)
    expect(await page.locator('.parts-main [title="Edit"]').count()).toBe(1)
  })
})
