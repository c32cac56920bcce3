import { createHash } from "node:crypto";

/**
 * What our own pages write into their forms: another site's page does not know it. For browsers that do not say from
 * where a form was sent, such as text browsers.
 */
export const formMark = (tokenHash: Buffer): string =>
  createHash("sha256").update("form ").update(tokenHash).digest("base64url").slice(0, 22);
