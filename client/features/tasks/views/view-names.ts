/** The looks at all tasks, as addresses name them; the first is shown where none is named. */
export const viewNames = ['board', 'table', 'stuck', 'people', 'matrix'] as const
export type ViewName = (typeof viewNames)[number]
