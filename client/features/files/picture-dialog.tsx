/** A picture as large as there is room, under its name. */
import { useWords } from '#client/i18n/words.ts'
import { Dialog } from '#client/ui/dialog.tsx'
import { LargePicture } from '#client/ui/large-picture.tsx'
import { fileWords } from './words.ts'

export function PictureDialog(props: {
  readonly address: string
  readonly name: string
  readonly onClose: () => void
}) {
  const words = useWords(fileWords)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.name}
      closeLabel={words().close}
      size="wide"
    >
      <LargePicture address={props.address} name={props.name} />
    </Dialog>
  )
}
