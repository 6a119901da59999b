/** Everything of the workspace as one file; says first what it would lack. */
import { createSignal, Match, Show, Switch } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { WholeDocuments } from '#client/replica/whole-documents.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Progress } from '#client/ui/progress.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { saveFile } from '#client/ui/save-file.ts'
import { createSlices } from './slices.ts'
import { listedOf, type ListedDocument } from './listed-document.ts'
import { workspaceFileWords } from './workspace-words.ts'
import { writeWorkspaceFile, type WrittenFile } from './write-workspace-file.ts'

export interface WorkspaceExportProps {
  readonly replica: Replica
  readonly documents: readonly ListedDocument[]
  readonly now: () => number
}

type Standing =
  | { readonly kind: 'ready' }
  | { readonly kind: 'asking'; readonly whole: WholeDocuments }
  | { readonly kind: 'writing'; readonly whole: WholeDocuments; readonly done: number }
  | { readonly kind: 'written'; readonly file: WrittenFile }
  | { readonly kind: 'failed' }

export function WorkspaceExport(props: WorkspaceExportProps) {
  const words = useWords(workspaceFileWords)
  const [standing, setStanding] = createSignal<Standing>({ kind: 'ready' })
  const is = <K extends Standing['kind']>(kind: K): Extract<Standing, { kind: K }> | null => {
    const now = standing()
    return isKind(now, kind) ? now : null
  }
  const begin = async (): Promise<void> => {
    const whole = await props.replica.wholeDocuments()
    if (whole.toFetch > 0 && !whole.canFetch) setStanding({ kind: 'asking', whole })
    else await write(whole)
  }
  const write = async (whole: WholeDocuments): Promise<void> => {
    const told = (done: number): void => void setStanding({ kind: 'writing', whole, done })
    told(0)
    const file = await writeWorkspaceFile(whole, {
      ...partsOf(props),
      bytesOf: await fileReader(props.replica),
      progressed: told,
    })
    const day = new Date(props.now()).toISOString().slice(0, 10)
    const end = file.files + file.missingFiles.length > 0 ? 'zip' : 'json'
    saveFile(words().fileName(props.replica.identity.workspace.name, day, end), file.blob)
    setStanding({ kind: 'written', file })
  }
  const run = (work: Promise<void>): void =>
    void work.catch((fault: unknown) => {
      console.error('the workspace could not be exported', fault)
      setStanding({ kind: 'failed' })
    })
  return (
    <Stack>
      <Text kind="quiet">{words().exportHelp}</Text>
      <Switch
        fallback={
          <div>
            <Button onClick={() => run(begin())}>{words().export}</Button>
          </div>
        }
      >
        <Match when={is('asking')}>
          {(now) => (
            <Banner
              tone="warn"
              action={
                <>
                  <Button kind="quiet" onClick={() => run(write(now().whole))}>
                    {words().exportAnyway}
                  </Button>
                  <Button kind="quiet" onClick={() => setStanding({ kind: 'ready' })}>
                    {words().cancel}
                  </Button>
                </>
              }
            >
              {words().someMissing(
                formatNumber(now().whole.toFetch),
                formatNumber(now().whole.all),
              )}
            </Banner>
          )}
        </Match>
        <Match when={is('writing')}>
          {(now) => (
            <>
              <Progress
                label={words().exporting}
                share={now().done / Math.max(1, now().whole.all)}
                count={`${formatNumber(now().done)} / ${formatNumber(now().whole.all)}`}
              />
              <Show when={now().whole.toFetch > 0}>
                <Text kind="small">{words().someBehind(formatNumber(now().whole.toFetch))}</Text>
              </Show>
            </>
          )}
        </Match>
      </Switch>
      <Show when={is('written')}>
        {(now) => (
          <Banner tone={toneOf(now().file)}>
            {isTooLarge(now().file)
              ? words()[isZipped(now().file) ? 'zipTooLarge' : 'tooLarge']
              : now().file.missingFiles.length > 0
                ? words().exportedWithoutFiles(
                    formatNumber(now().file.written),
                    formatNumber(now().file.missingFiles.length),
                  )
                : now().file.missing.length > 0
                  ? words().exportedWithout(
                      formatNumber(now().file.written),
                      formatNumber(now().file.missing.length),
                    )
                  : words().exported(formatNumber(now().file.written))}
          </Banner>
        )}
      </Show>
      <Show when={is('failed')}>
        <Banner tone="bad">{words().exportFailed}</Banner>
      </Show>
    </Stack>
  )
}

const isKind = <K extends Standing['kind']>(
  standing: Standing,
  kind: K,
): standing is Extract<Standing, { kind: K }> => standing.kind === kind

const isZipped = ({ files, missingFiles }: WrittenFile): boolean => files + missingFiles.length > 0
const isTooLarge = (file: WrittenFile): boolean =>
  file.blob.size > (isZipped(file) ? limits.workspaceZipBytes : limits.workspaceFileBytes)
const toneOf = (file: WrittenFile) =>
  file.missing.length + file.missingFiles.length > 0 || isTooLarge(file) ? 'warn' : 'ok'

/** From this device, else from the relay. */
async function fileReader(replica: Replica) {
  const files = await replica.files()
  return async (id: FileId, doc: DocName): Promise<Blob | null> => {
    const got = await files.fetch(id, doc)
    return got.ok ? got.value : null
  }
}

function partsOf({ replica, documents, now }: WorkspaceExportProps) {
  const { workspace, member, name, relay } = replica.identity
  const known = replica.people.list().map((one) => ({ member: one.member, name: one.name }))
  const isKnown = known.some((one) => one.member === member)
  return {
    head: {
      exportedAt: new Date(now()).toISOString(),
      by: { member, name },
      workspace: { id: workspace.id, name: workspace.name, relay },
    },
    people: isKnown ? known : [...known, { member, name }],
    titleOf: (doc: DocName): string => listedOf(documents, doc)?.summary.title ?? '',
    pause: createSlices(),
  }
}
