import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { ToastRegion } from '#client/ui/toast-region.tsx'
import { dismissToast, showToast, toasts } from '#client/ui/toasts.ts'

afterEach(() => {
  cleanup()
  for (const toast of toasts()) dismissToast(toast.id)
})

describe('a dialog', () => {
  it('is named by its title and closes by its cross', async () => {
    const [open, setOpen] = createSignal(true)
    render(() => (
      <Dialog
        open={open()}
        onOpenChange={setOpen}
        title="邀请同事"
        description="只发给要加入的人"
        closeLabel="关闭"
      >
        <p>内容</p>
      </Dialog>
    ))
    expect(await screen.findByRole('dialog', { name: '邀请同事' })).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: '关闭' }))
    // happy-dom knows no end of an animation, so the element itself is checked in a browser.
    expect(open()).toBe(false)
  })
})

describe('a toast', () => {
  it('offers its action once and goes', async () => {
    const undo = vi.fn()
    render(() => <ToastRegion label="通知" closeLabel="关闭" />)
    showToast('删掉了一个卖点', { action: { label: '撤销', run: undo } })
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    expect(undo).toHaveBeenCalledTimes(1)
    expect(screen.queryByText('删掉了一个卖点')).toBeNull()
  })

  it('makes room when there are more than three', () => {
    for (const text of ['一', '二', '三', '四']) showToast(text)
    expect(toasts().map((toast) => toast.text)).toEqual(['二', '三', '四'])
  })
})

describe('a button that is busy', () => {
  it('takes no second press and says that it is busy', () => {
    const press = vi.fn()
    const [pending, setPending] = createSignal(false)
    render(() => (
      <Button pending={pending()} onClick={press}>
        提交
      </Button>
    ))
    const button = screen.getByRole('button', { name: '提交' })
    fireEvent.click(button)
    setPending(true)
    fireEvent.click(button)
    expect(press).toHaveBeenCalledTimes(1)
    expect(button.getAttribute('aria-busy')).toBe('true')
  })
})
