/**
 * The focus goes back to where it was before something opened over the page, unless it has gone on elsewhere meanwhile. Kobalte
 * knows only triggers of its own; spread this onto its Content.
 */
export interface FocusReturn {
  readonly onOpenAutoFocus: () => void
  readonly onCloseAutoFocus: (event: Event) => void
}

export function createFocusReturn(): FocusReturn {
  let opener: Element | null = null
  return {
    onOpenAutoFocus: () => {
      opener = document.activeElement
    },
    onCloseAutoFocus: (event) => {
      event.preventDefault()
      const now = document.activeElement
      const isLost = now === null || now === document.body || now.closest('[role="dialog"]')
      if (isLost && opener instanceof HTMLElement) opener.focus()
    },
  }
}
