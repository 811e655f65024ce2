// The library comes without types; only what the tests call is declared.
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests.js' {
  export interface Verdict {
    readonly isValid?: boolean
    readonly errors?: readonly { readonly instancePath: string; readonly message: string }[]
    readonly warnings?: readonly { readonly instancePath: string; readonly message: string }[]
  }
  export type DocumentTest = (document: unknown) => Verdict | Promise<Verdict>
  export const csaf_2_1_strict: DocumentTest
}
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/mandatoryTests.js' {
  export const mandatoryTest_6_1_1: import('@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests.js').DocumentTest
}
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/recommendedTests.js' {
  export const recommendedTest_6_2_1: import('@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests.js').DocumentTest
}
