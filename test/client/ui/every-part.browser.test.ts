/** Walks the whole page of parts: no axe finding, control heights, sizes of text, 200 % zoom, stillness where motion is not wanted. */
import { describe, expect, it } from 'vitest'
import { axeFindings } from '#test/support/axe.ts'
import { usePartsPage } from '#test/parts/open-parts.ts'

const open = usePartsPage()

describe('every part', () => {
  // One opening for all that can be seen on it: drawing the page takes far longer than looking at it.
  it.each([
    ['desk', 'light', 'zh'],
    ['desk', 'dark', 'en'],
    ['phone', 'light', 'en'],
    ['phone', 'dark', 'zh'],
  ] as const)(
    'can be seen, read and hit on a %s, %s, %s, and is still where motion is not wanted',
    async (device, theme, language) => {
      const page = await open('', { device, theme, language })
      expect(await page.evaluate(tooLow, device === 'desk' ? 32 : 44), 'controls').toEqual([])
      expect(await page.evaluate(tooSmall), 'text below 12 px').toEqual([])
      expect(await page.evaluate(moving)).toEqual([])
      if (device === 'phone') expect(await page.evaluate(zooming), 'fields below 16 px').toEqual([])
      expect(await axeFindings(page)).toEqual([])
    },
  )

  it('fits 200 % zoom on a desk, a window of 320 px, a phone and a tablet without scrolling sideways', async () => {
    const page = await open('')
    for (const viewport of [
      { width: 720, height: 450 },
      { width: 320, height: 640 },
      { width: 390, height: 844 },
      { width: 820, height: 1180 },
    ]) {
      await page.setViewportSize(viewport)
      expect(await page.evaluate(widerThanPage), `${viewport.width} px`).toEqual([])
    }
    const waits = await page
      .locator('.ui-skeleton')
      .first()
      .evaluate((skeleton) => getComputedStyle(skeleton).animationDelay)
    expect(waits, 'a skeleton is shown only after 200 ms').toBe('0.2s')
  })
})

function tooLow(least: number): string[] {
  const controls = document.querySelectorAll<HTMLElement>(
    '.parts-main :is(button, .ui-input, [role="tab"], [role="treeitem"], .ui-check-line, .ui-switch, .ui-card, .ui-drop)',
  )
  return (
    [...controls]
      .filter((control) => control.checkVisibility())
      // Links in a sentence and heads of desks' tables are text; rows themselves are as high as a row.
      .filter((control) => !control.matches('.ui-banner *, .ui-status *, td *'))
      .filter((control) => least > 32 || !control.matches('th *'))
      .filter((control) => control.getBoundingClientRect().height < least)
      .map(
        (control) => `${control.getBoundingClientRect().height} ${control.outerHTML.slice(0, 160)}`,
      )
  )
}

/** Smaller ones make a phone zoom into the page. */
function zooming(): string[] {
  return [...document.querySelectorAll('input, select, textarea')]
    .filter((field) => !/checkbox|radio|file/.test(field.getAttribute('type') ?? ''))
    .filter((field) => field.checkVisibility({ opacityProperty: true }))
    .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
    .map((field) => field.outerHTML)
}

function tooSmall(): string[] {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement
    if (!element?.checkVisibility() || walk.currentNode.textContent?.trim() === '') continue
    if (Number.parseFloat(getComputedStyle(element).fontSize) < 12)
      found.push(element.outerHTML.slice(0, 160))
  }
  return found
}

function widerThanPage(): string[] {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  return [...document.querySelectorAll<HTMLElement>('.parts-main *')]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .filter((element) => !element.closest('.ui-table-frame, .ui-tabs, .ui-hidden-text'))
    .map((element) => `${element.getBoundingClientRect().right} ${element.outerHTML.slice(0, 160)}`)
}

function moving(): string[] {
  return document
    .getAnimations()
    .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 10)
    .map((animation) =>
      animation.effect instanceof KeyframeEffect
        ? (animation.effect.target?.outerHTML.slice(0, 120) ?? '')
        : '',
    )
}
