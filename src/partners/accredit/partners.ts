import { randomBytes, randomUUIDv7 } from "node:crypto";
import { recordNationally } from "../../audit/record.ts";
import type { MinistryStaff } from "../../identity/ministry-access.ts";
import type { AcrossOffices, Tx } from "../../platform/database/sql.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import { tidy } from "../../platform/text/names.ts";
import { offsetText } from "../../platform/time.ts";
import { hashOfToken, newToken } from "../../platform/token.ts";
import type { NewPartnerRequest, Partner, PartnerKey, PartnerSecrets, Partners } from "../contract.ts";
import { partnerNameErrors, webhookUrlErrors } from "../rules.ts";
import { whyNotArrived } from "../webhooks/failure.ts";
import {
  insertKey,
  insertPartner,
  type KeyRow,
  keyRows,
  lockedPartner,
  lockPartners,
  type PartnerRow,
  partnerRows,
  revokeKeyRow,
  writeWebhook,
} from "./partners-sql.ts";

/** How a key is told from other secrets by whoever finds one: what follows is 256 random bits. */
export const KEY_PREFIX = "visits_";
const HINT_LETTERS = 4;
/** As receivers' libraries expect it (Standard Webhooks) */
const SECRET_PREFIX = "whsec_";
const SECRET_BYTES = 32;

export async function partners(tx: AcrossOffices, _ministry: MinistryStaff): Promise<Partners> {
  const [rows, keys] = await Promise.all([partnerRows(tx), keyRows(tx)]);
  return { partners: rows.map((row) => shown(row, keys)) };
}

/** Its first key and, where it is to be told, its secret: both this once. @throws Refusal 422 */
export async function addPartner(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  request: NewPartnerRequest,
  now: Temporal.Instant,
): Promise<PartnerSecrets> {
  const [name, url] = [tidy(request.name), request.webhookUrl?.trim() || null];
  refuseFields([...partnerNameErrors(name), ...(url === null ? [] : webhookUrlErrors(url))]);
  await lockPartners(tx);
  if ((await partnerRows(tx)).some((other) => other.name === name))
    refuseFields([{ field: "name", code: "partner-known" }]);
  const id = randomUUIDv7();
  await insertPartner(tx, { id, name, employeeId: ministry.employeeId, now });
  const secret = url === null ? null : await pointWebhook(tx, id, url);
  const key = await issue(tx, ministry, id, now);
  await recordNationally(tx, ministry, { act: "partner-added", details: { after: { name, url } } }, now);
  return { partner: await partnerShown(tx, id), key: key.text, webhookSecret: secret };
}

/** Beside those it has: the old one is revoked once nothing uses it any more. @throws Refusal 404 */
export async function issueKey(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  id: string,
  now: Temporal.Instant,
): Promise<PartnerSecrets> {
  const { name } = await known(tx, id);
  const { text, hint } = await issue(tx, ministry, id, now);
  await recordNationally(tx, ministry, { act: "partner-key-issued", details: { after: { name, key: hint } } }, now);
  return { partner: await partnerShown(tx, id), key: text, webhookSecret: null };
}

/** Revoked twice, it is revoked once. @throws Refusal 404 */
export async function revokeKey(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  { partner, key }: { readonly partner: string; readonly key: string },
  now: Temporal.Instant,
): Promise<Partner> {
  const { name } = await known(tx, partner);
  const hint = await revokeKeyRow(tx, { id: key, partner, employeeId: ministry.employeeId, now });
  const shownNow = await partnerShown(tx, partner);
  if (!shownNow.keys.some(({ id }) => id === key)) throw new Refusal(404, "partner-not-found");
  if (hint !== null)
    await recordNationally(tx, ministry, { act: "partner-key-revoked", details: { before: { name, key: hint } } }, now);
  return shownNow;
}

interface WantedWebhook {
  readonly id: string;
  readonly version: number;
  readonly url: string | null;
}

/** Another address, or the same with another secret. @throws Refusal 404, 412 when somebody else has changed it meanwhile, 422 */
export async function changeWebhook(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  { id, version, url: typed }: WantedWebhook,
  now: Temporal.Instant,
): Promise<PartnerSecrets> {
  const url = typed?.trim() || null;
  refuseFields(url === null ? [] : webhookUrlErrors(url));
  const { name, version: current } = await known(tx, id);
  const before = await partnerShown(tx, id);
  if (current !== version)
    throw new Refusal(412, "version-stale", { values: { words: "partner-stale" }, extensions: { current: before } });
  const webhookSecret = await pointWebhook(tx, id, url);
  const details = { before: { name, url: before.webhook?.url ?? null }, after: { name, url } };
  await recordNationally(tx, ministry, { act: "partner-webhook-changed", details }, now);
  return { partner: await partnerShown(tx, id), key: null, webhookSecret };
}

async function issue(tx: Tx, { employeeId }: MinistryStaff, partner: string, now: Temporal.Instant) {
  const token = newToken();
  const hint = token.slice(-HINT_LETTERS);
  await insertKey(tx, { id: randomUUIDv7(), partner, hash: hashOfToken(token) as Buffer, hint, employeeId, now });
  return { text: KEY_PREFIX + token, hint };
}

async function pointWebhook(tx: Tx, id: string, url: string | null): Promise<string | null> {
  const secret = randomBytes(SECRET_BYTES);
  await writeWebhook(tx, id, url === null ? null : { url, secret });
  return url === null ? null : SECRET_PREFIX + secret.toString("base64");
}

async function known(tx: Tx, id: string): Promise<{ readonly name: string; readonly version: number }> {
  const partner = await lockedPartner(tx, id);
  if (!partner) throw new Refusal(404, "partner-not-found");
  return partner;
}

async function partnerShown(tx: AcrossOffices, id: string): Promise<Partner> {
  const row = (await partnerRows(tx)).find((each) => each.id === id) as PartnerRow;
  return shown(row, await keyRows(tx));
}

const shown = (row: PartnerRow, keys: readonly KeyRow[]): Partner => ({
  id: row.id,
  name: row.name,
  version: row.version,
  addedAt: offsetText(row.addedAt),
  addedBy: row.addedBy,
  pausedAt: row.pausedAt && offsetText(row.pausedAt),
  keys: keys.filter(({ partner }) => partner === row.id).map(shownKey),
  webhook: row.webhookUrl === null ? null : shownWebhook({ ...row, webhookUrl: row.webhookUrl }),
});

const shownWebhook = ({
  webhookUrl,
  failingSince,
  failure,
  waiting,
}: PartnerRow & { readonly webhookUrl: string }) => ({
  url: webhookUrl,
  waiting,
  failingSince: failingSince && offsetText(failingSince),
  failure: failure === null ? null : whyNotArrived(failure),
});

const shownKey = ({ partner: _, issuedAt, usedAt, revokedAt, ...key }: KeyRow): PartnerKey => ({
  ...key,
  issuedAt: offsetText(issuedAt),
  usedAt: usedAt && offsetText(usedAt),
  revokedAt: revokedAt && offsetText(revokedAt),
});
