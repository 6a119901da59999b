/**
 * Tags (打标) of a task: a kind and a word, joined as `scene.kitchen`. The words that ship are known by an id and have both
 * languages; others are as people typed them (docs/decisions.md, 28). A data table; ids never change. Left out: how they merge.
 */
import { limits } from '#shared/protocol/limits.ts'

export const tagKinds = ['angle', 'scene', 'model', 'hook', 'colour', 'ai', 'other'] as const
export type TagKind = (typeof tagKinds)[number]

/** `<kind>.<word>`. */
export type Tag = `${TagKind}.${string}`

interface TagWord {
  readonly id: string
  readonly zh: string
  readonly en: string
}

export const tagKindNames: Readonly<Record<TagKind, { readonly zh: string; readonly en: string }>> =
  {
    angle: { zh: '角度', en: 'Angle' },
    scene: { zh: '场景', en: 'Scene' },
    model: { zh: '模特', en: 'Model' },
    hook: { zh: '钩子', en: 'Hook' },
    colour: { zh: '色调', en: 'Colour' },
    ai: { zh: 'AI 成分', en: 'AI share' },
    other: { zh: '其他', en: 'Other' },
  }

/** What ships, by kind; `other` has none. */
export const shippedTags: Readonly<Record<TagKind, readonly TagWord[]>> = {
  angle: [
    { id: 'front', zh: '正面', en: 'Front' },
    { id: 'side', zh: '侧面', en: 'Side' },
    { id: 'top', zh: '俯拍', en: 'Top view' },
    { id: 'close-up', zh: '特写', en: 'Close-up' },
    { id: 'in-hand', zh: '手持', en: 'In hand' },
  ],
  scene: [
    { id: 'studio', zh: '棚拍', en: 'Studio' },
    { id: 'home', zh: '居家', en: 'Home' },
    { id: 'kitchen', zh: '厨房', en: 'Kitchen' },
    { id: 'office', zh: '办公', en: 'Office' },
    { id: 'outdoor', zh: '户外', en: 'Outdoor' },
    { id: 'festive', zh: '节日', en: 'Festive' },
  ],
  model: [
    { id: 'no-model', zh: '无模特', en: 'No model' },
    { id: 'hands-only', zh: '只露手', en: 'Hands only' },
    { id: 'woman', zh: '女模', en: 'Woman' },
    { id: 'man', zh: '男模', en: 'Man' },
    { id: 'family', zh: '一家人', en: 'Family' },
    { id: 'pet', zh: '宠物', en: 'Pet' },
  ],
  hook: [
    { id: 'pain-point', zh: '痛点开场', en: 'Pain point' },
    { id: 'before-after', zh: '前后对比', en: 'Before and after' },
    { id: 'question', zh: '提问开场', en: 'Question' },
    { id: 'unboxing', zh: '开箱', en: 'Unboxing' },
    { id: 'test', zh: '实测', en: 'Put to the test' },
  ],
  colour: [
    { id: 'white', zh: '白底', en: 'White' },
    { id: 'warm', zh: '暖调', en: 'Warm' },
    { id: 'cool', zh: '冷调', en: 'Cool' },
    { id: 'dark', zh: '深色', en: 'Dark' },
    { id: 'vivid', zh: '高饱和', en: 'Vivid' },
  ],
  ai: [
    { id: 'none', zh: '无 AI', en: 'No AI' },
    { id: 'parts', zh: '局部 AI', en: 'AI in parts' },
    { id: 'whole', zh: '全部 AI', en: 'AI throughout' },
  ],
  other: [],
}

/**
 * A tag of what somebody typed or picked; null where nothing is left of it. Either language's word of one that ships gives
 * that one; dots and slashes, which part a key, become spaces.
 */
export function tagOf(kind: TagKind, typed: string): Tag | null {
  const plain = typed
    .normalize('NFC')
    .replace(/[./\s\p{Cc}]+/gu, ' ')
    .trim()
    .toLowerCase()
  const known = shippedTags[kind].find(
    ({ id, zh, en }) => id === plain || zh.toLowerCase() === plain || en.toLowerCase() === plain,
  )
  const word = known?.id ?? [...plain].slice(0, limits.tagCharacters).join('').trim()
  return word === '' ? null : `${kind}.${word}`
}

/** The tag as it is written, perhaps by another app; null for what is none. */
export function parseTag(text: string): Tag | null {
  const [, kind, word] = /^([a-z]+)\.([^./]+)$/.exec(text) ?? []
  const known = tagKinds.find((one) => one === kind)
  if (known === undefined || word === undefined) return null
  return tagOf(known, word) === text ? `${known}.${word}` : null
}

export function tagWord(tag: Tag, language: 'zh' | 'en'): string {
  const kind = kindOfTag(tag)
  const word = tag.slice(kind.length + 1)
  return shippedTags[kind].find(({ id }) => id === word)?.[language] ?? word
}

export const kindOfTag = (tag: Tag): TagKind =>
  tagKinds.find((kind) => tag.startsWith(`${kind}.`)) ?? 'other'

/** By kind as they are listed here, then by their text: the same order on every device. */
export function sortTags(tags: Iterable<Tag>): Tag[] {
  const place = (tag: Tag): number => tagKinds.indexOf(kindOfTag(tag))
  return [...new Set(tags)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}
