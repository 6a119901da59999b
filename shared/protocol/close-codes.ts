/**
 * Why a socket or channel ends: a closed list. 44xx is final until a person does something (y-websocket 3.1 stops at
 * 4400–4499), 45xx means later. The reason travels as the close frame's text. `signed-out`: who this is is not proven or not
 * known; `no-access`: it is, and access was withdrawn.
 */
export const closeCodes = {
  malformed: 4400,
  'signed-out': 4401,
  'no-access': 4403,
  'hello-late': 4408,
  'too-large': 4413,
  version: 4426,
  'too-many-messages': 4529,
  slow: 4530,
  'too-many-sockets': 4531,
  restoring: 4532,
  'shutting-down': 4533,
  'too-many-from-here': 4534,
  'relay-fault': 4500,
  'session-over': 4501,
} as const

export type CloseReason = keyof typeof closeCodes

export const closeReasonOf = (code: number): CloseReason | null => {
  for (const [reason, number] of Object.entries(closeCodes)) {
    if (number === code) return reason as CloseReason
  }
  return null
}

/** Final: connecting again without a person's act is pointless. */
export const isFinalClose = (code: number): boolean => code >= 4400 && code < 4500
