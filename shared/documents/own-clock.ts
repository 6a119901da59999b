/** The clock this replica's next change will carry: it only rises, an undo does not take it back. */
import * as Y from 'yjs'

export const ownClock = (doc: Y.Doc): number => Y.getState(doc.store, doc.clientID)
