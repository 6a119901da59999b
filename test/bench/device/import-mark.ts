/** The mark a page sets before it is given a list; nothing before it counts. */
export const begins = 'import begins'
