/** What floats: dialogs (sheets on phones), a side panel, menus, tabs, toasts with a way back, hints. */
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Pencil from 'lucide-solid/icons/pencil'
import Trash from 'lucide-solid/icons/trash'
import { createSignal, Show } from 'solid-js'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { KeyList } from '#client/ui/key-list.tsx'
import { Menu, type MenuEntry } from '#client/ui/menu.tsx'
import { Palette } from '#client/ui/palette.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Tabs } from '#client/ui/tabs.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { Text } from '#client/ui/text.tsx'
import { showToast } from '#client/ui/toasts.ts'
import { long, say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

type Size = 'normal' | 'wide' | 'broad' | 'side'

export function Overlays() {
  const [open, setOpen] = createSignal<Size | null>(null)
  const [name, setName] = createSignal('')
  const [done, setDone] = createSignal('')
  const [quiet, setQuiet] = createSignal(true)
  const [tab, setTab] = createSignal('brief')
  const [typed, setTyped] = createSignal<string | null>(null)
  const act = (what: string) => () => setDone(what)
  const entries = (): readonly MenuEntry[] => [
    {
      kind: 'action',
      label: say('编辑', 'Edit'),
      keys: 'E',
      icon: () => <Pencil size={16} aria-hidden="true" />,
      onSelect: act('edit'),
    },
    { kind: 'action', label: say('复制链接', 'Copy link'), keys: '⌘ L', onSelect: act('copy') },
    {
      kind: 'action',
      label: say('移动（没有权限）', 'Move (not allowed)'),
      disabled: true,
      onSelect: act('move'),
    },
    { kind: 'divider' },
    { kind: 'heading', label: say('显示', 'Show') },
    { kind: 'choice', label: say('只看未完成', 'Only open'), checked: quiet(), onChange: setQuiet },
    { kind: 'divider' },
    {
      kind: 'action',
      label: say('归档', 'Archive'),
      danger: true,
      icon: () => <Trash size={16} aria-hidden="true" />,
      onSelect: act('archive'),
    },
  ]
  return (
    <>
      <Specimen name={say('对话框', 'Dialog')}>
        <Row wrap>
          <Button onClick={() => setOpen('normal')}>{say('打开', 'Open dialog')}</Button>
          <Button onClick={() => setOpen('wide')}>{say('打开宽的', 'Open wide')}</Button>
          <Button onClick={() => setOpen('broad')}>{say('打开最宽的', 'Open broad')}</Button>
          <Button onClick={() => setOpen('side')}>{say('打开侧面', 'Open side')}</Button>
        </Row>
        <Dialog
          open={open() !== null}
          onOpenChange={(wanted) => wanted || setOpen(null)}
          title={say('邀请同事', 'Invite colleagues')}
          description={say('链接七天内有效', 'The link works for seven days')}
          closeLabel={say('关闭', 'Close')}
          size={open() ?? undefined}
          actions={
            <>
              <Button onClick={() => setOpen(null)}>{say('取消', 'Cancel')}</Button>
              <Button kind="primary" onClick={() => setOpen(null)}>
                {say('生成链接', 'Make a link')}
              </Button>
            </>
          }
        >
          <Stack>
            <TextField label={say('名字', 'Name')} value={name()} onInput={setName} />
            <Text kind="quiet">{long.german}</Text>
          </Stack>
        </Dialog>
      </Specimen>
      <Specimen name={say('菜单', 'Menu')}>
        <Row>
          <Menu label={say('更多操作', 'More')} square entries={entries()}>
            <Ellipsis size={16} aria-hidden="true" />
          </Menu>
          <Menu label={say('操作', 'Actions')} kind="normal" entries={entries()}>
            {say('操作', 'Actions')}
          </Menu>
          <span data-done="">{done()}</span>
        </Row>
      </Specimen>
      <Specimen name={say('通知', 'Toast')}>
        <Row wrap>
          <Button
            onClick={() =>
              showToast(say('删掉了一个卖点', 'Removed a selling point'), {
                action: { label: say('撤销', 'Undo'), run: act('undone') },
              })
            }
          >
            {say('可撤销', 'With undo')}
          </Button>
          <Button onClick={() => showToast(say('已复制链接', 'Link copied'), { tone: 'ok' })}>
            {say('好消息', 'Good news')}
          </Button>
          <Button onClick={() => showToast(long.chinese, { tone: 'bad' })}>
            {say('坏消息', 'Bad news')}
          </Button>
        </Row>
      </Specimen>
      <Specimen name={say('提示', 'Hint')}>
        <Row>
          <IconButton label={say('编辑', 'Edit')} aria-keyshortcuts="E">
            <Pencil size={16} aria-hidden="true" />
          </IconButton>
          <Button title={say('连上网络后自动发送', 'Goes out once you are online')}>
            {say('指着我', 'Point at me')}
          </Button>
        </Row>
      </Specimen>
      <Specimen name={say('命令', 'Palette')}>
        <Button onClick={() => setTyped('')}>{say('打开命令', 'Open palette')}</Button>
        <Show when={typed() !== null}>
          <Palette
            label={say('搜索与命令', 'Search and commands')}
            placeholder={say('输入要找的内容', 'Type what you look for')}
            typed={typed() ?? ''}
            onType={setTyped}
            nothing={say('没有找到', 'Nothing found')}
            full={(most) => say(`最多 ${most} 个字`, `At most ${most} characters`)}
            closeLabel={say('关闭', 'Close')}
            onClose={() => setTyped(null)}
            groups={[
              {
                label: say('去往', 'Go to'),
                items: [
                  { id: 'briefs', title: say('需求单', 'Briefs'), keys: 'G B', run: act('briefs') },
                  { id: 'long', title: long.german, note: long.arabic, run: act('long') },
                ].filter((item) => item.title.includes(typed() ?? '')),
              },
            ]}
          />
        </Show>
      </Specimen>
      <Specimen name={say('按键', 'Keys')}>
        <KeyList
          lines={[
            { label: say('命令', 'Commands'), keys: '⌘ K' },
            { label: say('去需求单', 'Go to briefs'), keys: 'G B' },
          ]}
        />
      </Specimen>
      <Specimen name={say('标签页', 'Tabs')} wide>
        <Tabs
          label={say('需求单', 'Brief')}
          current={tab()}
          onChange={setTab}
          tabs={[
            {
              id: 'brief',
              label: say('需求', 'Brief'),
              panel: () => <Text>{say('需求的内容', 'What is wanted')}</Text>,
            },
            {
              id: 'tasks',
              label: say('任务', 'Tasks'),
              count: 212,
              panel: () => <Text>{say('拆出的任务', 'Tasks made of it')}</Text>,
            },
            {
              id: 'money',
              label: say('费用（没有权限）', 'Costs (not allowed)'),
              disabled: true,
              panel: () => null,
            },
            { id: 'history', label: say('历史', 'History'), panel: () => <Text>{long.thai}</Text> },
          ]}
        />
      </Specimen>
    </>
  )
}
