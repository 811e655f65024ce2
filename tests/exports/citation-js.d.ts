// The packages come without types; only what the tests call is declared.
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      readonly chain: (text: string, options: { readonly forceType: string; readonly generateGraph: false }) => unknown
    }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
