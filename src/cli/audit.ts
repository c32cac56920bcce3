import { readFile } from "node:fs/promises";
import { readSigned } from "../audit/seal/head.ts";
import { keysIn } from "../audit/seal/keys.ts";
import { type AuditFinding, latestSignedText, verifyAudit } from "../audit/seal/verify.ts";
import type { Command, CommandCall } from "./command.ts";
import { progressBar } from "./progress-bar.ts";
import { withOwner } from "./with-owner.ts";

const MOST_SHOWN = 50;

/** Proves every chain, and a head that was kept elsewhere (--head FILE). */
export const auditVerifyCommand: Command = {
  files: 0,
  words: ["head"],
  run: (call) =>
    withOwner(call, async (db) => {
      const { terminal, text, config, words } = call;
      const given = words.head === undefined ? null : readSigned(await readFile(words.head, "utf8"));
      if (words.head !== undefined && !given) {
        terminal.err(text("command.answers.no-head", { file: words.head }));
        return 2;
      }
      const bar = progressBar(terminal, text("command.answers.audit-verifying"));
      const asked = { keys: keysIn(config.AUDIT_KEY), heads: given ? [given] : [], onProgress: bar.show };
      const { seals, heads, findings } = await verifyAudit(db, asked).finally(bar.clear);
      for (const finding of findings.slice(0, MOST_SHOWN)) terminal.out(sentenceOf(finding, call));
      if (findings.length > MOST_SHOWN)
        terminal.out(text("command.answers.doctor-more", { count: findings.length - MOST_SHOWN }));
      terminal.out(text("command.answers.audit-verified", { seals, heads }));
      const { length: count } = findings;
      terminal.out(
        count === 0 ? text("command.answers.audit-sound") : text("command.answers.audit-findings", { count }),
      );
      return findings.length === 0 ? 0 : 1;
    }),
};

/** The latest signed ends of all chains, for keeping elsewhere. */
export const auditHeadCommand: Command = {
  files: 0,
  run: (call) =>
    withOwner(call, async (db) => {
      const text = await latestSignedText(db);
      if (text === null) call.terminal.err(call.text("command.answers.head-none"));
      else call.terminal.out(text.trimEnd());
      return text === null ? 1 : 0;
    }),
};

const sentenceOf = ({ is, of, where }: AuditFinding, { text }: CommandCall): string =>
  text(`command.answers.audit-${is}`, { of: of || text("command.answers.audit-nation"), where });
