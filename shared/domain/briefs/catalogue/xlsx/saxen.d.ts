/** The part of saxen that is used: a parser of XML that calls back, without entities of its own. */
declare module 'saxen' {
  export type Decode = (text: string) => string
  export class Parser {
    on(
      event: 'openTag',
      listener: (
        name: string,
        attributes: () => Record<string, string>,
        decode: Decode,
        selfClosing: boolean,
      ) => void,
    ): this
    on(event: 'closeTag', listener: (name: string) => void): this
    on(event: 'text', listener: (text: string, decode: Decode) => void): this
    on(event: 'cdata', listener: (text: string) => void): this
    on(event: 'error', listener: (fault: Error) => void): this
    parse(xml: string): Error | undefined
    stop(): void
  }
}
