/** 200 kB pasted into any field of the brief's form: what fits is kept, what stood there stays, and a sentence says the rest. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { BriefPage } from '#client/features/briefs/brief.page.tsx'
import { formWords } from '#client/features/briefs/form/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { setLanguage, type Language } from '#client/i18n/language.ts'
import type { LiveDocument } from '#client/live/use-document.ts'
import { ToastRegion } from '#client/ui/toast-region.tsx'
import { uiWords } from '#client/ui/words.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { limits } from '#shared/protocol/limits.ts'
import { docName } from '#test/client/replica/fake-device.ts'
import { rowIds } from '#test/documents/replicas.ts'
import { fixtureBrief, readFixture } from '#test/support/fixture-brief.ts'

afterEach(cleanup)
const much = '杯'.repeat(200_000)

type Writable = HTMLInputElement | HTMLTextAreaElement
const fields = (): Writable[] =>
  [...document.querySelectorAll<Writable>('[data-part] :is(input, textarea)')].filter(
    (field) => !field.readOnly && ['text', 'search', 'textarea'].includes(field.type),
  )
/** The sentence about a text that did not fit, whatever the field holds. */
const cut = (language: Language, lost: number): RegExp =>
  new RegExp(uiWords[language].cut(7771, lost).replace('7771', '[\\d,]+'))

function neither(field: Writable, language: Language): string | null {
  if (field.getAttribute('role') === 'spinbutton') return uiWords[language].notANumber
  return field.closest('.ui-date') === null ? null : uiWords[language].notADay
}

async function open(language: Language): Promise<Y.Doc> {
  // The form's later sections are loaded when they are shown.
  await import('#client/features/briefs/sections/form-sections.tsx')
  const doc = fixtureBrief(readFixture('04-yoga-set.en.json'), rowIds(7))
  const awareness = new Awareness(doc)
  const live: LiveDocument = {
    ...{ name: docName('a'), doc: () => doc, awareness: () => awareness },
    ...{ canWrite: () => true, denied: () => null, rebuilt: () => false },
    status: () => ({ kind: 'on-device', waiting: 0, since: null, refused: 0, files: 0 }),
  }
  render(() => (
    <>
      <BriefPage
        live={live}
        nameOf={() => ''}
        status={null}
        mappings={{ get: () => undefined, keep: () => undefined }}
        onBack={() => undefined}
        onExport={() => undefined}
      />
      <ToastRegion label="Messages" closeLabel="Close" />
    </>
  ))
  await screen.findByLabelText(formWords[language].parts.audience)
  return doc
}

describe.each(['zh', 'en'] as const)('far too much pasted, in %s', (language) => {
  beforeEach(() => setLanguage(language))

  it('is cut to what the field holds, behind what stood there, and said', async () => {
    await open(language)
    const all = fields()
    expect(all.length).toBeGreaterThan(30)
    for (const field of all) {
      const name = field.getAttribute('aria-label') ?? field.id
      const before = field.value
      field.focus()
      field.value = before + much
      field.setSelectionRange(field.value.length, field.value.length)
      fireEvent.input(field)
      // What is no number and no day is said on leaving; nothing of it is written.
      const sentence = neither(field, language)
      if (sentence !== null) {
        fireEvent.change(field)
        fireEvent.blur(field)
        expect(document.body.textContent, name).toContain(sentence)
        continue
      }
      expect(field.value.length, name).toBeLessThanOrEqual(limits.passageCharacters)
      expect(field.value.startsWith(before), name).toBe(true)
      const lost = before.length + much.length - field.value.length
      expect(document.body.textContent, name).toMatch(cut(language, lost))
    }
  })

  it('in the middle of lines costs nothing of what stands behind it', async () => {
    const doc = await open(language)
    const field = screen.getByLabelText<HTMLTextAreaElement>(
      formWords[language].details.notSaidLive,
    )
    const before = field.value
    field.focus()
    field.value = `${before.slice(0, 5)}${much}${before.slice(5)}`
    field.setSelectionRange(5 + much.length, 5 + much.length)
    fireEvent.input(field)
    expect(field.value.startsWith(before.slice(0, 5))).toBe(true)
    expect(field.value.endsWith(before.slice(5))).toBe(true)
    expect(readBrief(doc).details.notSaidLive).toBe(field.value)
  })

  it('as cells of a spreadsheet changes no product and says why', async () => {
    const doc = await open(language)
    const before = readBrief(doc)
    const label = new RegExp(`^${briefWords[language].name} · `)
    const field = screen.getByLabelText<HTMLTextAreaElement>(label)
    const paste = (text: string): void => {
      const event = new Event('paste', { bubbles: true, cancelable: true })
      Object.assign(event, { clipboardData: { getData: () => text } })
      field.dispatchEvent(event)
    }
    paste(`${much}\tx\n`)
    expect(screen.getByText(briefWords[language].pastedTooLong(limits.cellCharacters))).toBeTruthy()
    paste('x\n'.repeat(100_000))
    expect(
      screen.getByText(briefWords[language].tooManyProducts(limits.productsPerBrief)),
    ).toBeTruthy()
    expect(readBrief(doc)).toEqual(before)
  })
})
