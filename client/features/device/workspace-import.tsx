/** A workspace file into this workspace, while it is empty: chosen, looked at, then written in one act. */
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { formatDate, formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { DropZone } from '#client/ui/drop-zone.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Progress } from '#client/ui/progress.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { documentKinds, workspaceDocument } from '#shared/lib/document-kinds.ts'
import {
  importRefusal,
  importWorkspace,
  type Imported,
  type ImportRefusal,
} from './import-workspace.ts'
import { openWorkspaceFile, type OpenedWorkspace, type OpenRefusal } from './open-workspace-file.ts'
import { workspaceFileWords } from './workspace-words.ts'

export interface WorkspaceImportProps {
  readonly replica: Replica
  readonly onBegin: () => void
}

type Standing =
  | { readonly kind: 'choosing'; readonly refusal: OpenRefusal | ImportRefusal | null }
  | { readonly kind: 'reading' | 'writing' }
  | { readonly kind: 'looking'; readonly name: string; readonly file: OpenedWorkspace }
  | ({ readonly kind: 'done' } & Imported)

const start: Standing = { kind: 'choosing', refusal: null }

export function WorkspaceImport(props: WorkspaceImportProps) {
  const words = useWords(workspaceFileWords)
  const [standing, setStanding] = createSignal<Standing>(start)
  const refuse = (refusal: OpenRefusal | ImportRefusal): void =>
    void setStanding({ kind: 'choosing', refusal })
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const refusal = importRefusal(props.replica)
    if (refusal !== null) return refuse(refusal)
    setStanding({ kind: 'reading' })
    const opened = await openWorkspaceFile(file)
    if (opened.ok) setStanding({ kind: 'looking', name: file.name, file: opened.value })
    else refuse(opened.refusal)
  }
  const write = async (file: OpenedWorkspace): Promise<void> => {
    props.onBegin()
    setStanding({ kind: 'writing' })
    const made = await importWorkspace(props.replica, file)
    if (made.ok) setStanding({ kind: 'done', ...made.value })
    else refuse(made.refusal)
  }
  const looking = () => only(standing(), 'looking')
  const done = () => only(standing(), 'done')
  const choosing = () => only(standing(), 'choosing')
  return (
    <Stack>
      <Switch
        fallback={
          <Progress
            label={words()[standing().kind === 'reading' ? 'reading' : 'importing']}
            share={null}
          />
        }
      >
        <Match when={choosing()}>
          {(now) => (
            <>
              <DropZone
                label={words().choose}
                help={words().chooseHelp}
                accept=".json,.zip,application/json,application/zip"
                onFiles={([file]) => void read(file)}
              />
              <Show when={now().refusal}>
                {(refusal) => <Banner tone="bad">{sentence(refusal(), words())}</Banner>}
              </Show>
            </>
          )}
        </Match>
        <Match when={looking()}>
          {(now) => (
            <>
              <Preview {...now()} replica={props.replica} />
              <Row wrap>
                <Button kind="primary" onClick={() => void write(now().file)}>
                  {words().import(formatNumber(now().file.documents.length))}
                </Button>
                <Button onClick={() => setStanding(start)}>{words().cancel}</Button>
              </Row>
            </>
          )}
        </Match>
        <Match when={done()}>
          {(now) => (
            <Banner
              tone={now().lost > 0 ? 'warn' : 'ok'}
              action={<a href="/briefs">{words().toBriefs}</a>}
            >
              {words().imported(formatNumber(now().documents))}
              {now().lost > 0 ? words().filesLost(formatNumber(now().lost)) : ''}
            </Banner>
          )}
        </Match>
      </Switch>
    </Stack>
  )
}

function Preview(props: {
  readonly name: string
  readonly file: OpenedWorkspace
  readonly replica: Replica
}) {
  const words = useWords(workspaceFileWords)
  const counts = (): string =>
    documentKinds
      .map(
        (kind) => [kind, props.file.documents.filter((one) => one.kind === kind).length] as const,
      )
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => words().counts[kind](formatNumber(count)))
      .join(words().between)
  const notes = (): string[] => {
    const settings = workspaceDocument(props.replica.identity.workspace.id)
    const stay = props.replica.index.list().some(({ name }) => name === settings)
    const holds = props.file.documents.some(({ kind }) => kind === 'workspace')
    return [...(stay && holds ? [words().settingsStay] : []), words().namesHelp]
  }
  return (
    <>
      <FactList>
        <Fact label={words().file} value={words().fileOf(props.name, props.file.workspace.name)} />
        <Fact
          label={words().made}
          value={words().madeBy(formatDate(props.file.exportedAt, 'full'), props.file.by.name)}
        />
        <Fact label={words().holds} value={counts()} />
        <Show when={props.file.bytes.size > 0}>
          <Fact
            label={words().attached}
            value={words().files(formatNumber(props.file.bytes.size))}
          />
        </Show>
        <Show when={props.file.missing.length > 0}>
          <Fact
            label={words().lacks}
            tone="warn"
            value={words().lacksCount(formatNumber(props.file.missing.length))}
            help={props.file.missing
              .flatMap(({ title }) => (title === '' ? [] : [title]))
              .slice(0, 5)
              .join(words().between)}
          />
        </Show>
      </FactList>
      <For each={notes()}>{(note) => <Text kind="small">{note}</Text>}</For>
    </>
  )
}

const only = <K extends Standing['kind']>(
  standing: Standing,
  kind: K,
): Extract<Standing, { kind: K }> | null => (isKind(standing, kind) ? standing : null)

const isKind = <K extends Standing['kind']>(
  standing: Standing,
  kind: K,
): standing is Extract<Standing, { kind: K }> => standing.kind === kind

const sentence = (
  refusal: OpenRefusal | ImportRefusal,
  words: (typeof workspaceFileWords)['zh' | 'en'],
): string => (refusal.code === 'damaged' ? words.damaged(refusal.at) : words.refusals[refusal.code])
