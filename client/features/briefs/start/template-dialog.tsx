/** The templates there are, the team's own first; one tap begins the brief from it. */
import { createSignal, For, Show } from 'solid-js'
import type * as Y from 'yjs'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { PickItem } from '#client/ui/pick-item.tsx'
import { PickList } from '#client/ui/pick-list.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { beginFromTemplate, documentOfShipped } from '#shared/documents/commands/begin-brief.ts'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import { shippedTemplates } from '#shared/domain/briefs/templates/shipped.ts'
import type { ShippedTemplate } from '#shared/domain/briefs/templates/template.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { StartCalls } from './start-calls.ts'
import { startWords } from './words.ts'

export interface TemplateDialogProps {
  readonly name: DocName
  readonly doc: Y.Doc
  readonly calls: StartCalls
  readonly onClose: () => void
}

export function TemplateDialog(props: TemplateDialogProps) {
  const words = useWords(startWords)
  const [missing, setMissing] = createSignal(false)
  const beginFromShipped = (template: ShippedTemplate): void => {
    const from = documentOfShipped(template, language(), randomRowId)
    beginFromTemplate(props.doc, from)
    from.destroy()
    props.onClose()
  }
  const beginFromOwn = async (name: DocName): Promise<void> => {
    const begun = await props.calls.beginFrom(name, props.name, props.doc)
    setMissing(!begun)
    if (begun) props.onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().title}
      description={words().help}
      closeLabel={words().close}
      size="wide"
    >
      <Stack gap="apart">
        <Show when={missing()}>
          <Banner tone="warn">{words().notHere}</Banner>
        </Show>
        <Show when={props.calls.own().length > 0}>
          <PickList label={words().own}>
            <For each={props.calls.own()}>
              {(template) => (
                <PickItem
                  title={template.title || words().unnamed}
                  onPick={() => void beginFromOwn(template.name)}
                  action={
                    <Button
                      kind="quiet"
                      aria-label={words().retireOf(template.title || words().unnamed)}
                      onClick={() => void props.calls.retire(template.name)}
                    >
                      {words().retire}
                    </Button>
                  }
                />
              )}
            </For>
          </PickList>
        </Show>
        <PickList label={words().shipped}>
          <For each={shippedTemplates}>
            {(template) => (
              <PickItem
                title={template.name[language()]}
                detail={template.about[language()]}
                onPick={() => beginFromShipped(template)}
              />
            )}
          </For>
        </PickList>
      </Stack>
    </Dialog>
  )
}
