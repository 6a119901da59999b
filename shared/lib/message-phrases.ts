/** The kinds of messages a team sends: the ids of the one list (X10). Their wordings stand in domain/messages. */
export const phraseIds = ['change', 'remind', 'question'] as const
export type PhraseId = (typeof phraseIds)[number]
