/** Writing a comment: `@` offers colleagues, keys choose and send, and none of them acts while an input method composes. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { complete, completeAt } from '#client/features/talk/completion.ts'
import { Composer } from '#client/features/talk/composer.tsx'
import { setLanguage } from '#client/i18n/language.ts'
import type { MemberId } from '#shared/lib/ids.ts'

const people = ['陈思远', 'Julia Brandt', 'Julian Ott'].map((name, at) => ({
  member: `${at}`.repeat(26) as MemberId,
  name,
}))
beforeEach(() => setLanguage('en'))
afterEach(cleanup)

function open(onSend: () => string | null = () => null) {
  const [text, setText] = createSignal('')
  const onCancel = vi.fn()
  const send = vi.fn(onSend)
  render(() => (
    <Composer
      label="comment"
      placeholder=""
      sendLabel="Send"
      text={text()}
      people={people}
      onText={setText}
      onSend={send}
      onCancel={onCancel}
    />
  ))
  const field = screen.getByLabelText<HTMLTextAreaElement>('comment')
  const type = (value: string): void => {
    field.value = value
    field.setSelectionRange(value.length, value.length)
    fireEvent.input(field)
  }
  const press = (key: string, init: KeyboardEventInit = {}): boolean =>
    fireEvent.keyDown(field, { key, bubbles: true, cancelable: true, ...init })
  const offered = (): string[] =>
    screen
      .queryAllByRole('option')
      .map((one) => one.querySelector('span:last-child')?.textContent ?? '')
  return { field, text, type, press, offered, send, onCancel }
}

test('arrows choose among those whose name fits, Enter takes one, and the field stays ready', () => {
  const { field, text, type, press, offered } = open()
  type('Ask @ju')
  expect(offered()).toEqual(['Julia Brandt', 'Julian Ott'])
  press('ArrowDown')
  expect(field.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id)
  press('Enter')
  expect(text()).toBe('Ask @Julian Ott ')
  expect(offered()).toEqual([])
})

test('Esc closes the names first and cancels only then; Enter without names is a new line', () => {
  const { type, press, offered, onCancel } = open()
  type('@陈')
  expect(offered()).toEqual(['陈思远'])
  expect(press('Escape')).toBe(false)
  expect(offered()).toEqual([])
  expect(onCancel).not.toHaveBeenCalled()
  expect(press('Enter')).toBe(true)
  press('Escape')
  expect(onCancel).toHaveBeenCalledOnce()
})

test('while an input method composes no key chooses, sends or cancels', () => {
  const { type, press, text, send, onCancel, offered } = open()
  type('@ju')
  for (const init of [{ isComposing: true }, { keyCode: 229 }])
    for (const key of ['Enter', 'Tab', 'Escape', 'ArrowDown']) expect(press(key, init)).toBe(true)
  press('Enter', { isComposing: true, ctrlKey: true })
  expect(text()).toBe('@ju')
  expect(offered()).toHaveLength(2)
  expect(send).not.toHaveBeenCalled()
  expect(onCancel).not.toHaveBeenCalled()
})

test('Ctrl+Enter and Cmd+Enter send, and what is refused is said at the field', () => {
  const { field, type, press, send } = open(() => 'Write something first')
  type('x')
  press('Enter', { ctrlKey: true })
  press('Enter', { metaKey: true })
  expect(send).toHaveBeenCalledTimes(2)
  expect(screen.getByRole('alert').textContent).toBe('Write something first')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  type('xy')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('an address, a name that is done, and an @ far away offer nobody', () => {
  for (const text of [
    'mail julia@ju',
    '@Julia Brandt  ',
    `@${'x'.repeat(60)}`,
    'no',
    '@ ju',
    '@\nju',
  ])
    expect(completeAt(text, text.length, people), text).toBeNull()
  expect(completeAt('给@陈', 3, people)?.people).toHaveLength(1)
})

test('a name taken in the middle of a sentence leaves what stands behind it', () => {
  const text = 'ask @ju about it'
  const found = completeAt(text, 7, people)
  if (found === null) throw new Error('somebody')
  expect(complete(text, 7, found, 'Julia Brandt')).toEqual({
    text: 'ask @Julia Brandt about it',
    caret: 'ask @Julia Brandt '.length,
  })
})
