/** A sheet: from below with a handle on phones, along the right edge on desks. Otherwise a Dialog, and lazily loaded like one. */
import { Dialog, type DialogProps } from './dialog.tsx'

export type SheetProps = Omit<DialogProps, 'size'>

export function Sheet(props: SheetProps) {
  return <Dialog {...props} size="side" />
}
