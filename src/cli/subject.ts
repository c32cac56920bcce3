import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../platform/database/transaction.ts";
import { inCapitals } from "../platform/text/capitals.ts";
import { clockTextOf, dateTextOf, systemClock } from "../platform/time.ts";
import { subjectDocument } from "../retention/subject/document.ts";
import { eraseVisits } from "../retention/subject/erase.ts";
import { exportVisits } from "../retention/subject/export.ts";
import { findSubject } from "../retention/subject/find.ts";
import type { SubjectVisit } from "../retention/subject/visit.ts";
import { isOwnVisit } from "../retention/subject/whose-visit.ts";
import { SUBJECT_FIELDS, subjectWish } from "../retention/subject/wish.ts";
import type { Command, CommandCall, ExitCode } from "./command.ts";
import { progressBar } from "./progress-bar.ts";
import { visible } from "./terminal.ts";
import { withOwner } from "./with-owner.ts";

/** By names, telephone, e-mail or tax number, which stand in no address and in no log. Without --yes it only shows. */
export const subjectExportCommand: Command = {
  files: 0,
  words: [...SUBJECT_FIELDS, "references", "to"],
  flags: ["yes"],
  run: (call) => ofSubject(call, giveOut),
};

export const subjectEraseCommand: Command = {
  files: 0,
  words: [...SUBJECT_FIELDS, "references"],
  flags: ["yes"],
  run: (call) => ofSubject(call, erase),
};

type Act = (call: CommandCall, db: Database, visits: readonly SubjectVisit[]) => Promise<ExitCode>;

async function ofSubject(call: CommandCall, act: Act): Promise<ExitCode> {
  const { terminal, text, words } = call;
  const wish = subjectWish(words);
  if ("faults" in wish) {
    for (const field of wish.faults) if (words[field]) terminal.err(text(`command.subject.fault-${field}`));
    if (SUBJECT_FIELDS.every((field) => !words[field])) terminal.err(text("command.subject.fault-none"));
    return 2;
  }
  return withOwner(call, async (db) => {
    const bar = progressBar(terminal, text("command.subject.searching"));
    const found = await findSubject(db, wish, { onOffice: bar.show }).finally(bar.clear);
    const visits = chosenOf(call, found);
    if (visits === null) return 1;
    for (const visit of visits) terminal.out(lineOf(visit, call));
    const [own, others] = [
      visits.filter((visit) => isOwnVisit(visit, wish)),
      visits.filter((visit) => !isOwnVisit(visit, wish)),
    ];
    if (others.length > 0) {
      const references = others.map(({ reference }) => reference).join(", ");
      terminal.err(text("command.subject.of-others", { count: others.length, references }));
    }
    if (own.length === 0) return 1;
    if (call.flags.has("yes")) return act(call, db, own);
    terminal.out(text("command.subject.preview", { count: own.length }));
    return 0;
  });
}

/** All that were found, or of them those whose references are named; null: there is nothing, and it is said why. */
function chosenOf({ terminal, text, words }: CommandCall, found: readonly SubjectVisit[]): SubjectVisit[] | null {
  if (found.length === 0) {
    terminal.err(text("command.subject.unknown"));
    return null;
  }
  const references = words.references?.split(",").map((reference) => reference.replace(/\s/g, ""));
  if (!references) return [...found];
  const strange = references.filter((wanted) => !found.some(({ reference }) => reference === wanted));
  if (strange.length === 0) return found.filter(({ reference }) => references.includes(reference));
  terminal.err(text("command.subject.strange-reference", { references: visible(strange.join(", ")) }));
  return null;
}

/** Enough to tell two people of one name apart. */
function lineOf(visit: SubjectVisit, { text }: CommandCall): string {
  const { office, starts_at, reference, status, last_name, first_name, phone, business_name, companions } = visit;
  const along = companions
    .map(({ lastName, firstName }) => `${inCapitals(lastName)} ${firstName}`.trim())
    .filter(Boolean);
  const parts = [
    office,
    `${dateTextOf(starts_at)} ${clockTextOf(starts_at)}`,
    reference.replace(/(\d{3})(?=\d)/g, "$1 "),
    text(`plan.status-${status}`),
    `${inCapitals(last_name)} ${first_name}`.trim(),
    business_name,
    phone && `…${phone.slice(-4)}`,
    along.length > 0 && text("command.subject.along", { names: along.join(", ") }),
  ];
  return visible(parts.filter(Boolean).join(" · "));
}

const erase: Act = async ({ terminal, text, config }, db, visits) => {
  const toCome = await eraseVisits({ db, clock: systemClock, dataDir: config.DATA_DIR }, visits);
  if (toCome.length === 0) {
    terminal.out(text("command.subject.erased", { count: visits.length }));
    return 0;
  }
  const references = toCome.map(({ reference }) => reference).join(", ");
  terminal.err(text("command.subject.still-to-come", { count: toCome.length, references }));
  return 1;
};

const giveOut: Act = async ({ terminal, text, words }, db, visits) => {
  const { to } = words;
  if (to === undefined) {
    terminal.err(text("command.subject.no-folder"));
    return 2;
  }
  await mkdir(to, { recursive: true, mode: 0o700 });
  const [data, page] = [await newFile(to, "subject.json"), await newFile(to, "subject.html")];
  const exported = await exportVisits({ db, clock: systemClock }, visits);
  await writeFile(data, `${JSON.stringify(exported, null, 2)}\n`);
  await writeFile(page, subjectDocument(exported));
  terminal.out(text("command.subject.exported", { count: visits.length, folder: visible(to) }));
  return 0;
};

/** For its owner alone. @throws when there is one of that name */
async function newFile(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, "", { mode: 0o600, flag: "wx" });
  return path;
}
