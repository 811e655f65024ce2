/**
 * Words that addresses of pages held before their vocabularies changed, by parameter: each with the word that holds
 * now.
 */
const OLD_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: { publicWord: 'communication', containment: 'mitigation' },
  align: { publicWord: 'communicated' },
  state: { tooEarly: 'open', notResearched: 'notChecked' },
  position: { searchedNoneFound: 'none', notResearched: 'none' },
}

/**
 * The value of a parameter of an address as it is called now: addresses that people kept still select what they
 * selected.
 */
export const currentWord = (parameter: string, value: string): string => OLD_WORDS[parameter]?.[value] ?? value
