import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../platform/database/transaction.ts";
import { inCapitals } from "../platform/text/capitals.ts";
import { clockTextOf, dateTextOf, systemClock } from "../platform/time.ts";
import { subjectDocument } from "../retention/subject/document.ts";
import { eraseSubject, type SubjectVisits } from "../retention/subject/erase.ts";
import { exportVisits } from "../retention/subject/export.ts";
import { findSubject } from "../retention/subject/find.ts";
import type { SubjectVisit } from "../retention/subject/visit.ts";
import { isOwnVisit, placesAlong } from "../retention/subject/whose-visit.ts";
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
  run: (call) => ofSubject(call, { reachesAlong: false, do: giveOut }),
};

export const subjectEraseCommand: Command = {
  files: 0,
  words: [...SUBJECT_FIELDS, "references"],
  flags: ["yes"],
  run: (call) => ofSubject(call, { reachesAlong: true, do: erase }),
};

interface Act {
  /** Whether it is done as well to a visit of somebody else to which the person comes along */
  readonly reachesAlong: boolean;
  do(call: CommandCall, db: Database, visits: SubjectVisits): Promise<ExitCode>;
}

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
    const along = act.reachesAlong ? others.filter((visit) => placesAlong(visit, wish).length > 0) : [];
    const left = others.filter((visit) => !along.includes(visit));
    if (left.length > 0) terminal.err(text("command.subject.of-others", namesOf(left)));
    if (along.length > 0) terminal.out(text("command.subject.name-along", namesOf(along)));
    if (own.length + along.length === 0) return 1;
    if (call.flags.has("yes")) return act.do(call, db, { own, along, wish });
    terminal.out(text("command.subject.preview", { count: own.length + along.length }));
    return 0;
  });
}

const namesOf = (visits: readonly SubjectVisit[]) => ({
  count: visits.length,
  references: visits.map(({ reference }) => reference).join(", "),
});

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

async function erase({ terminal, text, config }: CommandCall, db: Database, visits: SubjectVisits): Promise<ExitCode> {
  const { own, along } = visits;
  const toCome = await eraseSubject({ db, clock: systemClock, dataDir: config.DATA_DIR }, visits);
  if (toCome.length > 0) {
    terminal.err(text("command.subject.still-to-come", namesOf(toCome)));
    return 1;
  }
  if (own.length > 0) terminal.out(text("command.subject.erased", { count: own.length }));
  if (along.length > 0) terminal.out(text("command.subject.erased-along", { count: along.length }));
  return 0;
}

async function giveOut(
  { terminal, text, words }: CommandCall,
  db: Database,
  { own }: SubjectVisits,
): Promise<ExitCode> {
  const { to } = words;
  if (to === undefined) {
    terminal.err(text("command.subject.no-folder"));
    return 2;
  }
  await mkdir(to, { recursive: true, mode: 0o700 });
  const [data, page] = [await newFile(to, "subject.json"), await newFile(to, "subject.html")];
  const exported = await exportVisits({ db, clock: systemClock }, own);
  await writeFile(data, `${JSON.stringify(exported, null, 2)}\n`);
  await writeFile(page, subjectDocument(exported));
  terminal.out(text("command.subject.exported", { count: own.length, folder: visible(to) }));
  return 0;
}

/** For its owner alone. @throws when there is one of that name */
async function newFile(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, "", { mode: 0o600, flag: "wx" });
  return path;
}
