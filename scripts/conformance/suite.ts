/** The verdict on one vector. `difference` says what was expected and what came, in one short text. */
export interface CaseResult {
  id: string;
  passed: boolean;
  difference?: string;
}

/**
 * One file of vectors answered by the product's own functions. A file in `suites/` exports `suite` (or several as
 * `suites`). `run` gets the conformance folder and answers undefined where its vectors are not there.
 */
export interface Suite {
  name: string;
  run(folder: string): Promise<CaseResult[] | undefined> | CaseResult[] | undefined;
}
