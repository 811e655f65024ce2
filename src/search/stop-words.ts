/** Words that carry no meaning of their own in a search: English function words and the fillers of pasted questions. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after all also although am an and any are as at be because been before being both but by can cannot could
  did do does doing don down each even every few for from had has have having he her here hers him his how i if in
  into is it its itself just let me more most much must my no nor not now of off on once one only or other our ours
  out over own please s same she should since so some such than that the their theirs them then there these they
  this those through to too under until up upon us very was we were what when where which while who whom whose why
  will with would you your yours yourself`.split(/\s+/),
)
