import { createHash } from "node:crypto";
import { ACROSS_OFFICES, OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { readHead, signedText } from "./head.ts";
import { type AuditKeys, isSignedBy, keyName } from "./keys.ts";
import { headsSince, latestHead } from "./seal-sql.ts";
import { chains, hashOfSeal, type SealedRow, sealsAfter, strayEntries } from "./verify-sql.ts";

/** What is wrong with a chain, or with the signed end of one. */
export interface AuditFinding {
  readonly is:
    | "entry-changed"
    | "entry-missing"
    | "seals-missing"
    | "entry-stray"
    | "chain-cut"
    | "chain-other"
    | "head-forged"
    | "head-unreadable"
    | "head-key-unknown";
  /** The office's code, or the day of a head */
  readonly of: string;
  /** The seal's number, or the entry's id */
  readonly where: string;
}

export interface Verification {
  readonly keys: AuditKeys;
  /** Heads that were kept elsewhere */
  readonly heads: readonly SignedText[];
  /** How many seals of all have been looked at */
  readonly onProgress: (done: number, all: number) => void;
}

interface SignedText {
  readonly document: string;
  readonly signature: string;
}

export interface Verified {
  readonly seals: number;
  readonly heads: number;
  readonly findings: readonly AuditFinding[];
}

const AT_ONCE = 10_000;
const MOST_STRAYS = 20;

/** Proves every office's chain from its first seal to its last, and each signed end against it. */
export async function verifyAudit(db: Database, { keys, heads, onProgress }: Verification): Promise<Verified> {
  const all = await db.read(ACROSS_OFFICES, chains);
  const total = all.reduce((sum, { seals }) => sum + seals, 0);
  const findings: AuditFinding[] = [];
  let done = 0;
  for (const { office, name } of all) {
    for await (const rows of batches(db, office)) {
      findings.push(...faultsIn(rows.seals, rows.before).map((fault) => ({ ...fault, of: name })));
      done += rows.seals.length;
      onProgress(done, total);
    }
    const strays = await db.read({ office }, (tx) => strayEntries(tx, office, MOST_STRAYS));
    findings.push(...strays.map((id) => ({ is: "entry-stray" as const, of: name, where: id })));
  }
  const kept = await db.read(OF_NATION, (tx) => headsSince(tx, null));
  for (const head of [...kept, ...heads]) findings.push(...(await faultsOfHead(db, head, keys)));
  return { seals: done, heads: kept.length + heads.length, findings };
}

interface Before {
  readonly number: bigint;
  readonly hash: Buffer;
}

async function* batches(db: Database, office: number) {
  let before: Before = { number: 0n, hash: Buffer.alloc(0) };
  while (true) {
    const from = before.number;
    const seals = await db.read({ office }, (tx) => sealsAfter(tx, office, from, AT_ONCE));
    const last = seals.at(-1);
    if (!last) return;
    yield { seals, before };
    before = { number: BigInt(last.number), hash: last.hash };
  }
}

/** Each seal by itself, so that one fault is told once. */
function faultsIn(seals: readonly SealedRow[], first: Before): Omit<AuditFinding, "of">[] {
  let { number, hash } = first;
  return seals.flatMap((seal) => {
    const is = faultOf(seal, { number, hash });
    number = BigInt(seal.number);
    hash = seal.hash;
    return is ? [{ is, where: seal.number }] : [];
  });
}

function faultOf(seal: SealedRow, before: Before): AuditFinding["is"] | null {
  if (BigInt(seal.number) !== before.number + 1n) return "seals-missing";
  if (seal.at === null) return "entry-missing";
  const right = createHash("sha256").update(before.hash).update(contentOf(seal)).digest();
  return right.equals(seal.hash) ? null : "entry-changed";
}

/** As `audit_content` in db/functions writes it, in words of its own. */
const contentOf = ({ office_id, entry_id, at, employee_id, act, details, day, appointments }: SealedRow): string =>
  [office_id, entry_id, at, employee_id ?? "-", act, details, day ?? "-", appointments ?? "-"].join("\n");

/** A chain that was cut, or written anew to its end, does not reach what was signed, or reaches it otherwise. */
async function faultsOfHead(db: Database, head: SignedText, keys: AuditKeys): Promise<AuditFinding[]> {
  const read = readHead(head.document);
  if (!read) return [{ is: "head-unreadable", of: "", where: head.document.slice(0, 40) }];
  const key = keys.find((each) => keyName(each) === read.key);
  if (!key) return [{ is: "head-key-unknown", of: read.day, where: read.key }];
  if (!isSignedBy(head.document, head.signature, key)) return [{ is: "head-forged", of: read.day, where: read.key }];
  const findings: AuditFinding[] = [];
  for (const { office, number, hash } of read.ends) {
    const found = await db.read({ office }, (tx) => hashOfSeal(tx, office, number));
    if (found === hash) continue;
    const is = found === null ? "chain-cut" : "chain-other";
    findings.push({ is, of: read.day, where: `${office} ${number}` });
  }
  return findings;
}

/** The last signed end of all chains, as it is kept elsewhere; null: none was signed yet */
export async function latestSignedText(db: Database): Promise<string | null> {
  const head = await db.read(OF_NATION, latestHead);
  return head && signedText(head.document, head.signature);
}
