import type { Finding } from "./finding.ts";
import { type Files, isSource, isTest } from "./source-files.ts";

/** The one file that says what is told, the folder that tells it, and those where a transaction keeps it until its commit. */
const GATE = "src/live/announce.ts";
/** What is told of employees is told below it: the live module asks who they are. */
const OF_EMPLOYEES = "src/identity/employee-notice.ts";
const TELLER = "src/platform/notices/";
const KEEPER = "src/platform/database/";

const NOTIFIES = /\bpg_notify\b|\bnotify\s+"?[a-z_]+"?\s*[,;]/i;
const ANNOUNCES = /\.(?:announce|announceByRow|mention)\(|\bannouncementRow\(/;
const ROWS = /\b(?:into|from|update|join)\s+announcement\b/i;

/**
 * Every way to tell other processes something that does not pass the gate: it would be told inside a transaction, whose commit
 * then holds up those of all offices, or not at all where the process ends between the commit and the notice.
 */
export function announcementFindings(files: Files): Finding[] {
  return [...files]
    .filter(([file]) => (isSource(file) && !isTest(file)) || file.endsWith(".sql"))
    .flatMap(([file, text]) => {
      const isPlatform = file.startsWith(TELLER) || file.startsWith(KEEPER);
      return [
        ...(NOTIFIES.test(withoutComments(file, text)) && !file.startsWith(TELLER)
          ? [{ file, message: `notifies by itself: what is told is told through ${GATE}, once it is committed` }]
          : []),
        ...(ANNOUNCES.test(text) && file !== GATE && file !== OF_EMPLOYEES && !isPlatform
          ? [{ file, message: `announces past ${GATE}, which knows what there is to tell` }]
          : []),
        ...(ROWS.test(text) && !isPlatform && !file.endsWith(".sql")
          ? [{ file, message: `touches the rows of announcement, which ${KEEPER} and ${TELLER} alone do` }]
          : []),
      ];
    });
}

/** A migration may say in words why it does not notify. */
const withoutComments = (file: string, text: string): string =>
  file.endsWith(".sql") ? text.replaceAll(/--.*$/gm, "") : text;
