/** The keys that do something on the page one is on. */
import { useWords } from '#client/i18n/words.ts'
import { commandsNow, keysShown } from '#client/ui/commands.ts'
import { Dialog } from '#client/ui/dialog.tsx'
import { KeyList } from '#client/ui/key-list.tsx'
import { searchWords } from './words.ts'

export function Shortcuts(props: { readonly onClose: () => void }) {
  const words = useWords(searchWords)
  const commands = commandsNow()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().shortcuts}
      description={words().shortcutsHelp}
      closeLabel={words().close}
    >
      <KeyList
        lines={commands.flatMap(({ label, keys }) =>
          keys === undefined ? [] : [{ label, keys: keysShown(keys) }],
        )}
      />
    </Dialog>
  )
}
