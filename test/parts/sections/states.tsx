/** What is so: pills, a status line, progress, meters, banners, nothing there, not there yet. */
import { For } from 'solid-js'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Meter } from '#client/ui/meter.tsx'
import { OnItsWay } from '#client/ui/on-its-way.tsx'
import { Progress } from '#client/ui/progress.tsx'
import { Row } from '#client/ui/row.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { StatusLine } from '#client/ui/status-line.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import type { Tone } from '#client/ui/toasts.ts'
import { long, say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

const tones: readonly Tone[] = ['neutral', 'info', 'ok', 'warn', 'bad']

export function States() {
  const words = (tone: Tone): string =>
    ({
      neutral: say('建议', 'Suggested'),
      info: say('已提交', 'Submitted'),
      ok: say('已接受', 'Accepted'),
      warn: say('草稿', 'Draft'),
      bad: say('已退回', 'Returned'),
    })[tone]
  return (
    <>
      <Specimen name={say('状态', 'Pills')}>
        <Row wrap>
          <For each={tones}>{(tone) => <StatusPill tone={tone}>{words(tone)}</StatusPill>}</For>
        </Row>
      </Specimen>
      <Specimen name={say('去向', 'Status line')}>
        <StatusLine tone="ok" text={say('已安全存到服务器', 'Safe on the relay')} />
        <StatusLine
          tone="warn"
          text={say(
            '3 项改动还在这台设备上，连上网络后会自动发送',
            '3 changes are still on this device and will go out when you are online',
          )}
        />
      </Specimen>
      <Specimen name={say('进度', 'Progress')}>
        <Stack>
          <Progress label={say('正在导入', 'Importing')} share={0.25} count="3 / 12" />
          <Progress label={say('正在打开', 'Opening')} share={null} />
          <Meter label={say('已用空间', 'Space used')} share={0.62} />
          <Meter label={say('快满了', 'Nearly full')} share={0.95} />
        </Stack>
      </Specimen>
      <Specimen name={say('横幅', 'Banners')} wide>
        <Stack gap="near">
          <For each={tones}>
            {(tone) => (
              <Banner tone={tone} action={<Button>{say('查看', 'Show')}</Button>}>
                {tone === 'bad' ? long.german : words(tone)}
              </Banner>
            )}
          </For>
        </Stack>
      </Specimen>
      <Specimen name={say('正在发出', 'On its way')}>
        <OnItsWay
          soon={say('正在发出，马上就能打开', 'On its way. The link opens in a moment')}
          late={say('连上网络后生效', 'It works once you are online')}
        />
      </Specimen>
      <Specimen name={say('空', 'Empty')}>
        <EmptyState
          title={say('还没有需求单', 'No briefs yet')}
          help={say(
            '从一张表格导入产品，或者写下第一张',
            'Bring products from a spreadsheet, or write the first one',
          )}
          action={<Button kind="primary">{say('新建需求单', 'New brief')}</Button>}
        />
      </Specimen>
      <Specimen name={say('还没到（200 毫秒后）', 'Not there yet (after 200 ms)')}>
        <Skeleton label={say('正在打开', 'Opening')} />
      </Specimen>
    </>
  )
}
