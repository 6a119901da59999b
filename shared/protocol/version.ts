/**
 * The wire's version. A test hashes everything under shared/protocol that travels; when the hash changes,
 * this number is raised (or the change is shown to be additive and the hash is renewed beside it).
 */
export const PROTOCOL_VERSION = 1

/** The subprotocol a browser offers at `/doc/:name`, followed by `bearer.<token>`. */
export const SUBPROTOCOL = 'asterism'
