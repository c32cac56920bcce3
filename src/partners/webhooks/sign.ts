import { createHmac } from "node:crypto";

/** What receivers look at, as Standard Webhooks says: any of its libraries verifies it. */
export interface SignedHeaders {
  readonly "webhook-id": string;
  readonly "webhook-timestamp": string;
  readonly "webhook-signature": string;
}

interface Notice {
  /** The same for every repetition; without a dot */
  readonly id: string;
  readonly body: string;
  /** When it is sent: receivers refuse what is old */
  readonly at: Temporal.Instant;
}

export function signedHeaders(secret: Buffer, { id, body, at }: Notice): SignedHeaders {
  const timestamp = String(Math.floor(at.epochMilliseconds / 1_000));
  const signature = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
