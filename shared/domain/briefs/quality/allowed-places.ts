/**
 * Where a word that is otherwise vague says something: atmospheric pressure, a flame-retardant grade, a best-before date. A hit
 * inside such a place is not flagged. `word` is one of a vague word's own. A data table of the method.
 */
export interface AllowedPlace {
  readonly word: string
  readonly place: RegExp
}

export const allowedPlaces: readonly AllowedPlace[] = [
  { word: '大气', place: /大气压|大气层|大气科学/giu },
  { word: '大气', place: /大气污染|大气质量/giu },
  { word: '高级感', place: /高级 ?A\+|高级版|高级会员/giu },
  { word: '简洁', place: /简洁模式/giu },
  { word: '第一', place: /第一(?:张|个|步|秒|屏|版|眼|次|季)/giu },
  { word: '最好', place: /最好(?:在|于|先|把|不要)/giu },
  { word: '燃', place: /燃(?:气|料|烧|油)|阻燃|可燃|易燃/giu },
  { word: '质感', place: /质感(?:参照|同)(?:色卡|样品)/giu },
  { word: '档次', place: /(?:价格|价位)档次/giu },
  { word: '氛围', place: /氛围灯/giu },
  { word: '随便', place: /随便走|随便放/giu },
  { word: '优质', place: /“[^”]*优质[^”]*”/giu },
  { word: '最佳', place: /最佳赏味|最佳使用期/giu },
  { word: '无毒', place: /不得(?:写|宣称|出现).{0,6}无毒/giu },
  { word: 'premium', place: /premium A\+|A\+ premium|premium membership|youtube premium/giu },
  {
    word: 'clean',
    place: /easy to clean|clean(?:ing)? (?:brush|cloth|in)|wipe clean|dishwasher|clean room/giu,
  },
  { word: 'simple', place: /simple (?:syrup|harmonic)/giu },
  { word: 'cool', place: /cool(?:ing)? (?:to|down|water|mist|white)|keeps .* cool|stays cool/giu },
  { word: 'bold', place: /bold (?:weight|face|type|700)|font-weight bold/giu },
  {
    word: 'green',
    place:
      /(?:sage|olive|forest|mint|dark|light) green|green (?:colou?r|variant|strap|screen|light)/giu,
  },
  { word: 'best', place: /best before|best by/giu },
  { word: 'pop', place: /pop[- ]?up|popcorn|pop socket|pop music/giu },
  { word: 'dynamic', place: /dynamic (?:range|load|microphone|rope)/giu },
  { word: 'modern', place: /modern standard arabic/giu },
  { word: 'different', place: /(?:two|three|four|\d+) different/giu },
  { word: 'lifestyle', place: /lifestyle (?:image|shot|photo)s? \d+|\d+ lifestyle/giu },
  { word: 'urgent', place: /not urgent/giu },
  { word: 'nice', place: /nice,? france|\bin Nice\b/giu },
  { word: 'fun', place: /fun(?:ction|nel|d)/giu },
  { word: 'unique', place: /unique (?:id|code|identifier|sku)/giu },
  { word: 'a bit more', place: /a bit more[^.]{0,20}\d+ ?%/giu },
  { word: 'best', place: /(?:do not|don't|never|avoid).{0,20}best(?:[^.]{0,12}#1)?/giu },
]
