/** What must leave at the end of a turn: gathered once each, sent when the commit has settled or at the latest next turn. */
export interface TurnEnd {
  add(leave: () => void): void
  leave(): void
}

export function createTurnEnd(fault: (error: unknown) => void): TurnEnd {
  let leaving: (() => void)[] = []
  const leave = (): void => {
    const now = leaving
    leaving = []
    for (const one of now) {
      try {
        one()
      } catch (error) {
        fault(error)
      }
    }
  }
  return {
    add(one) {
      if (leaving.push(one) === 1) setImmediate(leave)
    },
    leave,
  }
}
