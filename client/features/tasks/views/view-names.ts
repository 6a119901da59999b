/** The looks at all tasks, as addresses name them; the first is shown where none is named. */
export const viewNames = ['board', 'table', 'calendar', 'stuck', 'people', 'matrix'] as const
export type ViewName = (typeof viewNames)[number]
