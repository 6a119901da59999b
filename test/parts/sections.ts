/** The sections of the page of parts, in the order of a first look. */
import type { Component } from 'solid-js'
import { say } from './say.ts'
import { Buttons } from './sections/buttons.tsx'
import { Choices } from './sections/choices.tsx'
import { Codes } from './sections/codes.tsx'
import { Comboboxes } from './sections/comboboxes.tsx'
import { Dates } from './sections/dates.tsx'
import { Fields } from './sections/fields.tsx'
import { Files } from './sections/files.tsx'
import { Lists } from './sections/lists.tsx'
import { Numbers } from './sections/numbers.tsx'
import { Overlays } from './sections/overlays.tsx'
import { People } from './sections/people.tsx'
import { States } from './sections/states.tsx'
import { Tables } from './sections/tables.tsx'
import { Trees } from './sections/trees.tsx'

export interface PartsSection {
  readonly id: string
  readonly name: () => string
  readonly part: Component
}

export const sections: readonly PartsSection[] = [
  { id: 'buttons', name: () => say('按钮', 'Buttons'), part: Buttons },
  { id: 'fields', name: () => say('文本', 'Text fields'), part: Fields },
  { id: 'numbers', name: () => say('数字', 'Numbers'), part: Numbers },
  { id: 'dates', name: () => say('日期', 'Dates'), part: Dates },
  { id: 'choices', name: () => say('选择', 'Choices'), part: Choices },
  { id: 'comboboxes', name: () => say('下拉', 'Select, combobox'), part: Comboboxes },
  { id: 'overlays', name: () => say('浮层', 'Overlays'), part: Overlays },
  { id: 'tables', name: () => say('表格', 'Tables'), part: Tables },
  { id: 'lists', name: () => say('列表', 'Lists'), part: Lists },
  { id: 'trees', name: () => say('树', 'Tree'), part: Trees },
  { id: 'people', name: () => say('人', 'People'), part: People },
  { id: 'states', name: () => say('状态', 'States'), part: States },
  { id: 'codes', name: () => say('码', 'Codes'), part: Codes },
  { id: 'files', name: () => say('文件', 'Files'), part: Files },
]
