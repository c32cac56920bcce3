/** Why a wallet answers no request: it then sends nothing to anybody. */
export class RequestFault extends Error {
  readonly reason: RequestFaultReason;

  constructor(reason: RequestFaultReason, options?: ErrorOptions) {
    super(`The request is not answered: ${reason}`, options);
    this.reason = reason;
  }
}

export type RequestFaultReason =
  /** No `client_id` or no `request_uri` */
  | "link"
  | "unreachable"
  | "content-type"
  /** What the library refuses: signature, type, `x509_hash`, members that are missing */
  | "request"
  | "chain"
  | "audience"
  | "time"
  | "response-mode"
  /** It would be sent elsewhere than where the request came from */
  | "response-uri"
  | "query";
