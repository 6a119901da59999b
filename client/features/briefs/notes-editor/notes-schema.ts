/**
 * What notes can hold, as a ProseMirror schema; its names are stored in documents and never change their meaning. The
 * unknown kinds stand ready from the first day: what a later version adds inside them is kept by this one.
 * A new name of its own raises TEXT_SCHEMA, because y-prosemirror deletes for everyone what its schema does not know.
 */
import {
  Schema,
  type Attrs,
  type DOMOutputSpec,
  type MarkSpec,
  type NodeSpec,
} from 'prosemirror-model'
import { limits } from '#shared/protocol/limits.ts'

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: {
    group: 'block',
    content: 'inline*',
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  heading: {
    group: 'block',
    content: 'inline*',
    defining: true,
    attrs: { level: { default: 1 } },
    parseDOM: [
      ...['h1', 'h2', 'h3'].map((tag) => ({ tag, attrs: { level: 1 } })),
      ...['h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 2 } })),
    ],
    toDOM: (node) => [headingTag(node.attrs['level']), 0],
  },
  bulletList: {
    group: 'block',
    content: 'listItem+',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  orderedList: {
    group: 'block',
    content: 'listItem+',
    parseDOM: [{ tag: 'ol' }],
    toDOM: () => ['ol', 0],
  },
  listItem: {
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  unknownBlock: {
    group: 'block',
    content: '(block | listItem)*',
    attrs: { kind: { default: '' }, value: { default: null } },
    toDOM: () => ['div', { class: 'notes-unknown' }, 0],
  },
  text: { group: 'inline' },
  hardBreak: {
    group: 'inline',
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  unknownInline: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { kind: { default: '' }, text: { default: '' }, value: { default: null } },
    toDOM: (node) => ['span', { class: 'notes-unknown' }, plainText(node.attrs['text'])],
    leafText: (node) => plainText(node.attrs['text']),
  },
}

const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: { default: '' } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: (element) => hrefOf(element.getAttribute('href')) }],
    toDOM: (mark) => linkElement(mark.attrs),
  },
  em: { parseDOM: [{ tag: 'i' }, { tag: 'em' }], toDOM: () => ['em', 0] },
  strong: { parseDOM: [{ tag: 'b' }, { tag: 'strong' }], toDOM: () => ['strong', 0] },
  unknownMark: {
    attrs: { kind: { default: '' }, value: { default: null } },
    excludes: '',
    toDOM: () => ['span', 0],
  },
}

export const notesSchema = new Schema({ nodes, marks })

export const headingTag = (level: unknown): 'h3' | 'h4' => (level === 2 ? 'h4' : 'h3')

/** Only addresses that open a page or a letter; a colleague's document could hold any text here. */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string') return null
  const trimmed = href.trim()
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(trimmed) && trimmed.length <= limits.linkCharacters
    ? trimmed
    : null
}

function hrefOf(raw: string | null): Attrs | false {
  const href = safeHref(raw)
  return href === null ? false : { href }
}

function linkElement(attrs: Attrs): DOMOutputSpec {
  const href = safeHref(attrs['href'])
  return href === null
    ? ['span', 0]
    : ['a', { href, rel: 'noopener noreferrer nofollow', target: '_blank' }, 0]
}

const plainText = (value: unknown): string => (typeof value === 'string' ? value : '')
