/**
 * A page failed: says that work is safe on the device, and opens the page again, or the whole app where a part of it is gone.
 * A part that could not be fetched is asked for again by itself once the server can be reached, and another address is
 * another page.
 */
import { createEffect, on } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { isPartMissing } from '#client/pwa/missing-part.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { shellWords } from './shell-words.ts'

export interface PageFaultProps {
  readonly fault: unknown
  readonly isReachable: boolean
  readonly address: string
  readonly onReload: () => void
  /** From the server or the device's copy: what failed to load stays failed within this page. */
  readonly onReopen: () => void
}

export function PageFault(props: PageFaultProps) {
  const words = useWords(shellWords)
  const missing = (): boolean => isPartMissing(props.fault)
  createEffect(() => console.error(props.fault))
  const again = (is: boolean): void => (is ? props.onReload() : undefined)
  createEffect(
    on(
      () => props.address,
      () => again(true),
      { defer: true },
    ),
  )
  createEffect(
    on(
      () => props.isReachable,
      (is) => again(is && missing()),
      { defer: true },
    ),
  )
  return (
    <EmptyState
      title={missing() ? words().missingPart : words().fault}
      help={missing() ? words().missingPartHelp : words().faultHelp}
      action={
        <Button onClick={() => (missing() ? props.onReopen() : props.onReload())}>
          {words().reload}
        </Button>
      }
    />
  )
}
