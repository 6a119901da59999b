/** The vocabulary of tags: what ships, and what tasks here carry. Pure. */
import type { ListedTask } from '#client/live/list-tasks.ts'
import {
  kindOfTag,
  shippedTags,
  sortTags,
  type Tag,
  type TagKind,
} from '#shared/domain/tasks/tags.ts'

export const tagsInUse = (tasks: readonly Pick<ListedTask, 'summary'>[]): readonly Tag[] =>
  sortTags(tasks.flatMap(({ summary }) => summary.tags))

/** Of one kind, those that ship first. */
export function knownTags(kind: TagKind, inUse: readonly Tag[]): readonly Tag[] {
  const shipped = shippedTags[kind].map(({ id }): Tag => `${kind}.${id}`)
  return [...new Set([...shipped, ...inUse.filter((tag) => kindOfTag(tag) === kind)])]
}
