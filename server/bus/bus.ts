/**
 * The Bus: at-most-once wake-ups between the parts (and later the processes) of a relay. It may lose anything;
 * whoever hears nothing reads the Log. The default lives in this process.
 */
export type Topic = `workspace:${string}` | `document:${string}`

export interface Bus {
  publish(topic: Topic, bytes: Uint8Array): void
  /** Answers a function that ends the subscription. */
  subscribe(topic: Topic, listen: (bytes: Uint8Array) => void): () => void
}
