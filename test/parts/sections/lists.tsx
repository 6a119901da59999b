/** Lists: ten thousand links, one to put in order, facts. */
import { createSignal } from 'solid-js'
import { FactList } from '#client/ui/fact-list.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { InlineField } from '#client/ui/inline-field.tsx'
import { LinkList } from '#client/ui/link-list.tsx'
import { ListRow } from '#client/ui/list-row.tsx'
import { ReorderList } from '#client/ui/reorder-list.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { long, say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

const titles = ['便携咖啡杯 首批 12 款', 'Dog harness, reflective range', long.german, long.arabic]
const briefs = Array.from({ length: 10_000 }, (_, at) => ({
  id: `b${at}`,
  title: at < titles.length ? (titles[at] ?? '') : `${titles[at % 2]} ${at}`,
}))

export function Lists() {
  const [points, setPoints] = createSignal([
    { id: 'a', text: say('倒置 30 秒不漏', 'No leak in 30 seconds upside down') },
    { id: 'b', text: say('陶瓷内胆，没有金属味', 'Ceramic inside, no taste of metal') },
    { id: 'c', text: long.thai },
  ])
  return (
    <>
      <Specimen name={say('一万条', 'Ten thousand links')}>
        <div class="parts-many">
          <LinkList
            label={say('需求单', 'Briefs')}
            items={briefs}
            itemId={(brief) => brief.id}
            nameOf={(brief) => brief.title}
            currentId="b1"
          >
            {(brief, tabIndex) => (
              <ListRow
                href="#lists"
                title={brief().title}
                pill={<StatusPill tone="warn">{say('草稿', 'Draft')}</StatusPill>}
                notes={['Amazon DE · TikTok US', '12 SKU']}
                end={say('12月8日', '8 Dec')}
                current={brief().id === 'b1'}
                tabIndex={tabIndex()}
              />
            )}
          </LinkList>
        </div>
      </Specimen>
      <Specimen name={say('可排序', 'In an order')}>
        <ReorderList
          label={say('卖点', 'Selling points')}
          items={points()}
          itemId={(point) => point.id}
          nameOf={(point) => point.text}
          words={{
            grip: (name) => say(`移动“${name}”`, `Move “${name}”`),
            hint: say('按 Alt 加上下键', 'Alt with Up and Down moves it'),
            moved: (name, place, total) =>
              say(`${name}，第 ${place}，共 ${total}`, `${name}, ${place} of ${total}`),
          }}
          onMove={(id, before) =>
            setPoints((list) => {
              const rest = list.filter((point) => point.id !== id)
              const at = before === null ? rest.length : rest.findIndex((one) => one.id === before)
              return [
                ...rest.slice(0, at),
                ...list.filter((one) => one.id === id),
                ...rest.slice(at),
              ]
            })
          }
        >
          {(point) => (
            <InlineField
              look="line"
              label={say('卖点', 'Selling point')}
              value={point().text}
              onInput={(text) =>
                setPoints((list) =>
                  list.map((one) => (one.id === point().id ? { ...one, text } : one)),
                )
              }
            />
          )}
        </ReorderList>
      </Specimen>
      <Specimen name={say('事实', 'Facts')}>
        <FactList>
          <Fact label={say('预计', 'Estimate')} value="¥ 8,460" tone="ok" />
          <Fact
            label={say('法兰克福', 'Frankfurt')}
            value="07:32"
            help={say('还没上班', 'Not at work yet')}
          />
        </FactList>
      </Specimen>
    </>
  )
}
