import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { setLanguage } from '#client/i18n/language.ts'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { DateField } from '#client/ui/date-field.tsx'
import { DropZone } from '#client/ui/drop-zone.tsx'
import { InlineField } from '#client/ui/inline-field.tsx'
import { Select } from '#client/ui/select.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { ToastRegion } from '#client/ui/toast-region.tsx'
import { readTypedDay } from '#client/ui/typed-day.ts'
import { uiWords } from '#client/ui/words.ts'

afterEach(cleanup)

function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text
  fireEvent.input(field)
}

describe('a field', () => {
  it('is found by its label and says its help and its error', () => {
    const [error, setError] = createSignal<string | undefined>()
    render(() => (
      <TextField
        label="链接"
        help="竞品的网址"
        error={error()}
        value=""
        onInput={() => undefined}
      />
    ))
    const field = screen.getByLabelText('链接')
    expect(describedBy(field)).toEqual(['竞品的网址'])
    expect(field.hasAttribute('aria-invalid')).toBe(false)
    setError('要以 https 开头')
    expect(describedBy(field)).toEqual(['要以 https 开头', '竞品的网址'])
    expect(field.getAttribute('aria-invalid')).toBe('true')
  })

  it('stays the same element when a colleague enters it', () => {
    const [who, setWho] = createSignal<{ label: string; color: string } | undefined>()
    render(() => <TextField label="标题" value="杯" presence={who()} onInput={() => undefined} />)
    const before = screen.getByLabelText('标题')
    setWho({ label: 'Julia 正在编辑', color: 'red' })
    expect(screen.getByText('Julia 正在编辑')).toBeTruthy()
    expect(screen.getByLabelText('标题')).toBe(before)
  })

  it('says nothing while an input method composes, and then all at once', () => {
    const written: string[] = []
    render(() => <TextField label="标题" value="" onInput={(text) => written.push(text)} />)
    const field = screen.getByLabelText<HTMLInputElement>('标题')
    fireEvent.compositionStart(field)
    type(field, 'bei')
    expect(written).toEqual([])
    field.value = '杯'
    fireEvent.compositionEnd(field)
    expect(written).toEqual(['杯'])
  })

  it('keeps what a colleague wrote during the composition', () => {
    const [text, setText] = createSignal('咖啡杯')
    render(() => <TextField label="标题" value={text()} onInput={setText} />)
    const field = screen.getByLabelText<HTMLInputElement>('标题')
    fireEvent.compositionStart(field)
    field.value = '咖啡杯套装'
    setText('便携咖啡杯')
    expect(field.value).toBe('咖啡杯套装')
    fireEvent.compositionEnd(field)
    expect(text()).toBe('便携咖啡杯套装')
    expect(field.value).toBe('便携咖啡杯套装')
  })

  it('keeps the caret where it was when a colleague writes before it', () => {
    const [text, setText] = createSignal('咖啡杯')
    render(() => <TextField label="标题" value={text()} onInput={setText} />)
    const field = screen.getByLabelText<HTMLInputElement>('标题')
    field.focus()
    field.setSelectionRange(2, 2)
    setText('便携咖啡杯')
    expect(field.selectionStart).toBe(4)
  })
})

describe('a line with a limit', () => {
  it('says what did not fit and keeps what did', () => {
    const [text, setText] = createSignal('')
    setLanguage('zh')
    render(() => <TextField label="名称" value={text()} onInput={setText} maxLength={80} />)
    const field = screen.getByLabelText<HTMLInputElement>('名称')
    field.focus()
    type(field, '杯'.repeat(200_000))
    expect(text()).toBe('杯'.repeat(80))
    expect(field.value).toBe(text())
    expect(screen.getByRole('status').textContent).toBe(uiWords.zh.cut(80, 199_920))
  })

  it('in a table says so in a message', () => {
    const [text, setText] = createSignal('')
    setLanguage('en')
    render(() => (
      <>
        <InlineField label="Title" value={text()} onInput={setText} maxLength={5} />
        <ToastRegion label="Messages" closeLabel="Close" />
      </>
    ))
    type(screen.getByLabelText<HTMLTextAreaElement>('Title'), '123456789')
    expect(text()).toBe('12345')
    expect(screen.getByText(uiWords.en.cut(5, 4))).toBeTruthy()
  })

  it('takes the first of several pasted lines and hands on the others', () => {
    const [text, setText] = createSignal('')
    const more = vi.fn()
    render(() => (
      <InlineField label="卖点" value={text()} onInput={setText} onMoreLines={more} look="line" />
    ))
    const field = screen.getByLabelText<HTMLTextAreaElement>('卖点')
    field.focus()
    fireEvent(field, paste('- 不漏\n- 陶瓷\n- 轻'))
    expect(text()).toBe('不漏')
    expect(more.mock.calls).toEqual([[['陶瓷', '轻']]])
  })

  it('says Enter once an input method is done, and never holds a line break', () => {
    const [text, setText] = createSignal('杯')
    const entered = vi.fn()
    render(() => (
      <InlineField label="卖点" value={text()} onInput={setText} onEnter={entered} look="line" />
    ))
    const field = screen.getByLabelText<HTMLTextAreaElement>('卖点')
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true })
    expect(entered).not.toHaveBeenCalled()
    fireEvent.keyDown(field, { key: 'Enter', shiftKey: true })
    expect(entered).toHaveBeenCalledOnce()
    field.value = '杯\n套装'
    fireEvent.input(field)
    expect(text()).toBe('杯 套装')
  })
})

describe('a date', () => {
  it('shows its weekday and does not take a year that is half typed', () => {
    const chosen = vi.fn()
    render(() => <DateField label="希望交付" value="2026-12-08" locale="zh-CN" onChange={chosen} />)
    expect(screen.getByText('星期二')).toBeTruthy()
    const field = screen.getByLabelText<HTMLInputElement>('希望交付')
    field.focus()
    type(field, '0202-12-08')
    expect(chosen).not.toHaveBeenCalled()
    type(field, '2026-12-09')
    expect(chosen).toHaveBeenCalledWith('2026-12-09')
  })

  it('stands year first while it is written, in words beside it, and says when it is no day', () => {
    const [day, setDay] = createSignal('2026-12-05')
    setLanguage('en')
    render(() => <DateField label="Wanted by" value={day()} locale="en-GB" onChange={setDay} />)
    const field = screen.getByLabelText<HTMLInputElement>('Wanted by')
    field.focus()
    expect(field.value).toBe('2026-12-05')
    expect(screen.getByText(/^Saturday,? 5 Dec 2026$/)).toBeTruthy()
    type(field, '05/12/2026')
    fireEvent.change(field)
    field.blur()
    expect(day()).toBe('2026-12-05')
    expect(describedBy(field)).toEqual([uiWords.en.notADay])
    field.focus()
    type(field, '')
    fireEvent.change(field)
    expect(day()).toBe('')
    expect(describedBy(field)).toEqual([])
  })

  it.each([
    ['2026/12/5', '2026-12-05'],
    ['2026年12月5日', '2026-12-05'],
    ['２０２６-12-05', '2026-12-05'],
    ['20261205', '2026-12-05'],
    ['2026-02-30', null],
    ['05-12-2026', null],
    ['2026-12', null],
  ])('typed as %s is %s', (typed, day) => expect(readTypedDay(typed)).toBe(day))
})

describe('a choice', () => {
  it('of one gives its value', () => {
    const chosen = vi.fn()
    const options = [
      { value: 'standard', label: '常规' },
      { value: 'rush', label: '加急' },
    ] as const
    render(() => <Select label="快慢" value="standard" options={options} onChange={chosen} />)
    fireEvent.change(screen.getByLabelText('快慢'), { target: { value: 'rush' } })
    expect(chosen).toHaveBeenCalledWith('rush')
  })

  it('of several shows what is pressed and turns the one that is pressed now', () => {
    const [chosen, setChosen] = createSignal<readonly string[]>(['de'])
    const choices = [
      { value: 'de', label: '德国' },
      { value: 'th', label: '泰国' },
    ]
    render(() => (
      <ChoiceChips
        label="市场"
        choices={choices}
        chosen={chosen()}
        onToggle={(value, on) =>
          setChosen((before) => (on ? [...before, value] : before.filter((kept) => kept !== value)))
        }
      />
    ))
    const chip = (name: string) => screen.getByRole('button', { name })
    expect(screen.getByRole('group', { name: '市场' })).toBeTruthy()
    expect(chip('德国').getAttribute('aria-pressed')).toBe('true')
    fireEvent.click(chip('泰国'))
    fireEvent.click(chip('德国'))
    expect(chosen()).toEqual(['th'])
    expect(chip('泰国').getAttribute('aria-pressed')).toBe('true')
  })
})

describe('a drop zone', () => {
  const file = new File(['sku,name'], 'list.csv', { type: 'text/csv' })

  it('takes a chosen file, and the same one again', () => {
    const taken = vi.fn()
    render(() => <DropZone label="导入文件" onFiles={taken} accept=".csv" />)
    const input = screen.getByLabelText<HTMLInputElement>('导入文件')
    Object.defineProperty(input, 'files', { value: [file], configurable: true })
    fireEvent.change(input)
    fireEvent.change(input)
    expect(taken.mock.calls).toEqual([[[file]], [[file]]])
  })

  it('takes a dropped file', () => {
    const taken = vi.fn()
    render(() => <DropZone label="导入文件" onFiles={taken} />)
    const drop = new Event('drop', { bubbles: true, cancelable: true })
    Object.defineProperty(drop, 'dataTransfer', { value: { files: [file, file] } })
    fireEvent(screen.getByLabelText('导入文件'), drop)
    expect(taken).toHaveBeenCalledWith([file])
    expect(drop.defaultPrevented).toBe(true)
  })

  it('takes rows pasted anywhere on the page, but not while someone writes in a field', () => {
    const [files, text] = [vi.fn(), vi.fn()]
    render(() => (
      <>
        <TextField label="标题" value="" onInput={() => undefined} />
        <DropZone label="导入文件" onFiles={files} onText={text} pasteFromPage />
      </>
    ))
    screen.getByLabelText('标题').focus()
    fireEvent(document.body, paste('a\tb'))
    expect(text).not.toHaveBeenCalled()
    screen.getByLabelText('标题').blur()
    fireEvent(document.body, paste('a\tb'))
    expect(text.mock.calls).toEqual([['a\tb']])
    expect(files).not.toHaveBeenCalled()
  })
})

function paste(text: string): Event {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'clipboardData', { value: { getData: () => text, files: [] } })
  return event
}

function describedBy(element: HTMLElement): readonly (string | undefined)[] {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent?.trim())
}
