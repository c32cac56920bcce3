import type { JWK } from "jose";
import type { PidOrder } from "./issue/pid.ts";
import type { PresentationParts } from "./presentation.ts";
import type { PresentationRequest } from "./request.ts";

/** Where a test may reach in, step by step; without it the wallet is honest. Ready ones stand in `cheats.ts`. */
export interface Meddle {
  /** Before the issuer signs */
  readonly pid?: (order: PidOrder) => PidOrder;
  /** Which claims are shown, by name */
  readonly claims?: (names: readonly string[]) => readonly string[];
  /** In place of the honest presentation */
  readonly presentation?: (parts: PresentationParts) => string | Promise<string>;
  /** The members of the answer before they are encrypted */
  readonly token?: (payload: ResponsePayload, request: PresentationRequest) => object | Promise<object>;
  /** In place of the honest form */
  readonly form?: (answer: FormParts) => URLSearchParams | Promise<URLSearchParams>;
  readonly sending?: Sending;
}

export interface ResponsePayload {
  readonly vp_token: Readonly<Record<string, readonly string[]>>;
  readonly state?: string | undefined;
}

export interface FormParts {
  readonly payload: object;
  /** Of the asker, for this one answer */
  readonly encryptionKey: JWK;
  readonly honest: URLSearchParams;
}

export interface Sending {
  readonly to?: string;
  readonly delay?: Temporal.Duration;
  /** The very same once more, when the first has been replied to */
  readonly isTwice?: boolean;
}
