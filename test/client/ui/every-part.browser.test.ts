/** Walks the whole page of parts: no axe finding, control heights, sizes of text, 200 % zoom, stillness where motion is not wanted. */
import { describe, expect, it } from 'vitest'
import { axeFindings } from '#test/support/axe.ts'
import { usePartsPage } from '#test/parts/open-parts.ts'

const open = usePartsPage()

describe('every part', () => {
  it.each([
    ['desk', 'light', 'zh'],
    ['desk', 'dark', 'en'],
    ['phone', 'light', 'en'],
    ['phone', 'dark', 'zh'],
  ] as const)('has no axe finding on a %s, %s, %s', async (device, theme, language) => {
    const page = await open('', { device, theme, language })
    expect(await axeFindings(page)).toEqual([])
  })

  it.each([
    ['desk', 32],
    ['phone', 44],
  ] as const)('is tall enough to be hit on a %s', async (device, least) => {
    const page = await open('', { device })
    expect(await page.evaluate(tooLow, least)).toEqual([])
  })

  it.each(['desk', 'phone'] as const)('has no text below 12 px on a %s', async (device) => {
    const page = await open('', { device })
    expect(await page.evaluate(tooSmall)).toEqual([])
  })

  it('has fields of 16 px on phones, where smaller ones make the page zoom', async () => {
    const page = await open('', { device: 'phone' })
    const small = await page.locator('input, select, textarea').evaluateAll((fields) =>
      fields
        .filter((field) => !/checkbox|radio|file/.test(field.getAttribute('type') ?? ''))
        .filter((field) => field.checkVisibility({ opacityProperty: true }))
        .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
        .map((field) => field.outerHTML),
    )
    expect(small).toEqual([])
  })

  it.each([
    ['200 % zoom on a desk', { width: 720, height: 450 }],
    ['a window of 320 px', { width: 320, height: 640 }],
    ['a phone', { width: 390, height: 844 }],
    ['a tablet', { width: 820, height: 1180 }],
  ] as const)('fits %s without scrolling sideways', async (_, viewport) => {
    const page = await open('', { context: { viewport } })
    expect(await page.evaluate(widerThanPage)).toEqual([])
  })

  it('moves nothing where motion is not wanted', async () => {
    const page = await open('', { context: { reducedMotion: 'reduce' } })
    expect(await page.evaluate(moving)).toEqual([])
  })

  it('shows a skeleton only after 200 ms', async () => {
    const page = await open('states')
    const waits = await page
      .locator('.ui-skeleton')
      .evaluate((skeleton) => getComputedStyle(skeleton).animationDelay)
    expect(waits).toBe('0.2s')
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
