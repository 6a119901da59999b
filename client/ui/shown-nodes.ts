/** The lines of a tree from top to bottom, without what stands in closed ones. Pure. */
export interface TreeNode {
  readonly id: string
  readonly label: string
  /** Small, at the end of its line: a count. */
  readonly note?: string | undefined
  /** Undefined for what can hold nothing; empty for what holds nothing now. */
  readonly children?: readonly TreeNode[] | undefined
}

export interface ShownNode {
  readonly node: TreeNode
  readonly parent: string | null
  /** From 1. */
  readonly level: number
  /** Among its siblings, from 1. */
  readonly place: number
  readonly size: number
}

export function shownNodes(
  nodes: readonly TreeNode[],
  open: ReadonlySet<string>,
  parent: string | null = null,
  level = 1,
): readonly ShownNode[] {
  return nodes.flatMap((node, at) => [
    { node, parent, level, place: at + 1, size: nodes.length },
    ...(open.has(node.id) ? shownNodes(node.children ?? [], open, node.id, level + 1) : []),
  ])
}
