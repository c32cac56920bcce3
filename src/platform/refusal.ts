/** The one kind of "no": a stable code, thrown so that the transaction rolls back, given words at the edge. */

export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface RefusalDetails {
  readonly errors?: readonly FieldError[];
  /** Values for the sentence in the catalogue; `words` names a sentence that says more exactly what is wrong. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** More members of the problem document, such as `alternatives`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: RefusalDetails;

  constructor(status: number, code: string, details: RefusalDetails = {}) {
    super(code);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export function refuseFields(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Refusal(422, "fields-invalid", { errors });
}
