import type * as el from "../el/command-line.ts";

export const help: Record<keyof typeof el.help, string> = {
  overview: `Usage: npm run visits -- <command> [options]

Commands:
  serve             starts the platform
  migrate           brings the database up to date
  seed              adds invented KEP for trials and training
  import-offices    brings KEP in from CSV or JSON
  import-services   brings services in from CSV or JSON
  retention run     makes anonymous what was kept as long as it should be
  subject export    gives a citizen what is kept of them
  subject erase     erases what is kept of a citizen who asked for it
  audit verify      proves the seals of the audit
  audit head        prints the latest signature of a day
  doctor            checks what must never happen
  jobs              shows what the platform does by the clock, and whether it is done
  backup            writes a backup while the platform works
  restore           brings a backup back into an empty database
  recovered         does what is needed after the database was brought back to a point in time

Of each command: npm run visits -- <command> --help
Everywhere: --lang el|en for the language of the messages
Exit codes: 0 fine · 1 not done, or something was found · 2 wrong usage`,
  serve: `Usage: npm run visits -- serve

Starts the platform at HOST:PORT. All settings are environment variables.
Stops on SIGTERM, once it has finished what it accepted.

Exit codes: 0 stopped as asked · 1 did not start · 2 wrong usage`,
  migrate: `Usage: npm run visits -- migrate

Brings the database up to date and names the migrations it has. Safe to repeat.
Needs the owner of the database (DATABASE_OWNER_URL), but for the embedded one.

Exit codes: 0 fine · 1 not done · 2 wrong usage`,
  seed: `Usage: npm run visits -- seed [--offices N] [--days N] [--fill 0..1] [--seed S]

Adds four invented KEP (9901 to 9904) to an empty database, three with appointments around today.
Where real KEP exist it does nothing. Safe to repeat.

  --offices N   and N more invented KEP, codes from 5000 (4000 at most)
  --days N      appointments over N working days, Monday to Friday (1 to 1000; 250 are about a year); a third of
                them, at most 40, are to come. Without it: the week around today
  --fill F      how full the queues get, from 0 to 1 (0.68)
  --seed S      whole number behind all chance: same number, same appointments (1)

The nation: --offices 1200 --days 250 --fill 0.6, about 18 million appointments in 20 to 40 minutes and 25 GB.
Each KEP is written whole or not at all: when stopped, the same command takes up from there.

Exit codes: 0 fine · 1 real KEP exist · 2 wrong usage`,
  "import-offices": `Usage: npm run visits -- import-offices FILE

Brings KEP in from CSV (UTF-8, comma or semicolon) or JSON (a list of objects). Codes that exist are updated, new
ones are added with their default queue. With a single fault nothing is imported.

Required columns: code, name, municipality
Optional: name_en, parent_code, regional_unit, region, address, postcode, phone, email, latitude, longitude,
  lead_minutes, example (true or false). A column that is missing changes nothing; an empty cell clears.
Codes are text: 0578, 0377Π. Example: db/examples/offices.csv

Exit codes: 0 fine · 1 nothing was imported · 2 wrong usage`,
  "import-services": `Usage: npm run visits -- import-services FILE

Brings services in from CSV (UTF-8, comma or semicolon) or JSON (a list of objects). Codes that exist are updated, new
ones are added. With a single fault nothing is imported.

Required columns: code, name, short_name, name_en, minutes
Optional: bring, bring_en (what the citizen brings), online_url (where it is done without a visit), example
(true or false). A column that is missing changes nothing; an empty cell clears. Example: db/examples/services.csv

Exit codes: 0 fine · 1 nothing was imported · 2 wrong usage`,
  "retention run": `Usage: npm run visits -- retention run [--rewrite]

Makes anonymous for good the appointments that were kept for as many days as the ministry has it, in all KEP, and those
that were erased with subject erase and came back with an old backup. The platform does it by itself every night. Then it
writes the tables into new files or, where they are large (over 100 MB), only cleans them (vacuum). When stopped, the same
command takes up from there. Safe to repeat.

  --rewrite   writes large ones anew as well, so that no trace is left in their free space either. Nobody can work
              meanwhile: run it outside of office hours, with as much free disk as the tables take

Exit codes: 0 fine · 1 KEP are left for later, or not done · 2 wrong usage`,
  "audit verify": `Usage: npm run visits -- audit verify [--head FILE]

Proves all seals of the audit, office by office, and the signatures of days.
  --head FILE  Also a signature that was kept elsewhere: it shows whether the end of a chain was cut.

Exit codes: 0 nothing was tampered with · 1 something was · 2 wrong usage`,
  "audit head": `Usage: npm run visits -- audit head

Prints the latest signature of a day, for keeping on another machine.

Exit codes: 0 fine · 1 there is none · 2 wrong usage`,
  "subject export": `Usage: npm run visits -- subject export [--name N] [--phone P] [--email E] [--afm A]
                                           [--references R1,R2] [--to FOLDER --yes]

Finds a citizen's appointments in all KEP and shows which they are: KEP, date, reference, status, name and the end of the
telephone number. At least one of these is needed; of what is given all must fit.
With --yes it writes what is kept of them into the folder: subject.json, and subject.html to read. Files that are there
stay as they are. The act is recorded in the audit of each KEP, without any personal data.

  --references   only these of the references that were found
  --to           the folder
  --yes          do it; without this it only shows

What is written on a command line stays in the terminal's history: remove it there.

Exit codes: 0 fine · 1 not found or not done · 2 wrong usage`,
  "subject erase": `Usage: npm run visits -- subject erase [--name N] [--phone P] [--email E] [--afm A]
                                          [--references R1,R2] [--yes]

Finds and shows as subject export does. With --yes it makes these appointments anonymous at once and for good, all or
none. One that is still to come is cancelled by its KEP first. It is also noted in DATA_DIR/erasures, so that an old
backup does not bring them back: keep that file, there is nobody's data in it.

  --references   only these of the references that were found
  --yes          do it; without this it only shows

What is written on a command line stays in the terminal's history: remove it there.

Exit codes: 0 fine · 1 not found or not done · 2 wrong usage`,
  doctor: `Usage: npm run visits -- doctor [--json]

Checks by SQL what must never happen (overlaps, appointments in closed time, gaps in histories, protection of each KEP's
rows), and whether tables, functions, constraints and rights are this release's. Of each cause it writes how much it
found, some examples, and what to do. Changes nothing. Shows references, never names.

  --json   what was found as JSON, for a program

Exit codes: 0 all fine · 1 something was found · 2 wrong usage`,
  jobs: `Usage: npm run visits -- jobs [--json]

Shows what the platform does by the clock: how often, when it was done, how long it took, whether it failed, or whether no
process does it any more. It is read from the database: the same on every server.

  --json   the same as JSON, for a program

Exit codes: 0 all is well · 1 a job is late or failed · 2 wrong usage`,
  backup: `Usage: npm run visits -- backup FOLDER

Writes the whole database into the folder, as it is at one moment, while the platform works. What had been answered
before that moment is in it. The folder is made, or empty, and is written whole or not at all.
Each file has its sum (SHA-256). It holds personal data: keep it encrypted.
Needs the owner of the database (DATABASE_OWNER_URL), but for the embedded one.

Exit codes: 0 written · 1 nothing was written · 2 wrong usage`,
  restore: `Usage: npm run visits -- restore FOLDER

Brings a backup of the command "backup" back into an empty database: a new one at DATABASE_OWNER_URL or, for the
embedded one, an empty folder DATA_DIR. Each file is checked first; a backup that is damaged, of another program or of
a newer release is refused. An older one is brought up to date. At the end it does the doctor's checks.

Everybody signs in again. E-mails that waited do not leave by themselves: each KEP sees them among its e-mails of the day.

Exit codes: 0 restored, and all is well · 1 not restored, or something was found · 2 wrong usage`,
  recovered: `Usage: npm run visits -- recovered

For a database whose server was brought back to an earlier moment (point in time), before the platform starts: everybody
signs in again, and e-mails that waited do not leave by themselves. The command "restore" does so by itself.
Needs the owner of the database (DATABASE_OWNER_URL).

Exit codes: 0 done, and all is well · 1 not done, or something was found · 2 wrong usage`,
};

export const answers: Record<keyof typeof el.answers, string> = {
  "unknown-command": "Unknown command: {{name}}",
  "unknown-option": "Unknown option: {{name}}",
  "option-without-value": "Option {{name}} needs a value.",
  "option-with-value": "Option {{name}} takes no value.",
  "option-malformed": "Option {{name}} takes {{expected}}.",
  "one-file": "Exactly one file or folder is needed.",
  "no-operands": "The command takes no “{{name}}”.",
  "see-help": "See: npm run visits -- {{command}} --help",
  "whole-number": "a whole number from {{min}} to {{max}}",
  share: "a number from 0 to 1",
  language: "el or en",
  "file-unreadable": "The file {{file}} can't be read ({{reason}}).",
  "owner-needed": "The owner of the database is needed. Set DATABASE_OWNER_URL.",
  "backing-up": "Backup, rows",
  verifying: "Checking, MB",
  restoring: "Restoring, MB",
  "backup-done": "The backup {{folder}} is whole: {{rows}} rows, as they stood at {{at}}.",
  "backup-not-empty": "The folder {{folder}} is not empty. Give a new name; nothing was written.",
  "backup-nothing": "This database has no tables of the platform. Check DATABASE_OWNER_URL or DATA_DIR.",
  "backup-missing": "The folder {{folder}} is no backup: manifest.json or manifest.json.sha256 is missing.",
  "backup-damaged": "The manifest.json in {{folder}} was changed. Use another backup; nothing was written.",
  "backup-foreign": "The backup {{folder}} was not written by any release of this program. Nothing was written.",
  "backup-newer":
    "The backup {{folder}} was written by a newer release (with {{names}}). Restore it with that one; nothing was written.",
  "backup-broken":
    "Files of the backup {{folder}} are missing or damaged: {{names}}. Use another backup; nothing was written.",
  "restore-holds-data":
    "The database holds data. Restore into a new, empty one (or an empty DATA_DIR); nothing was written.",
  "restore-in-use": "Others are connected to the database. Stop them and try again; nothing was written.",
  "restore-newer-tables":
    "The tables of the database are newer than the backup. Restore into a new database without tables; nothing was written.",
  "restore-done": "What stood at {{at}} is back. The checks follow:",
  recovered: "Everybody signs in again, and e-mails that waited do not leave by themselves. The checks follow:",
  migrated: "The database is up to date:",
  "seed-done": "Invented KEP: {{offices}} added, with {{appointments}} appointments.",
  "seed-nothing": "Nothing to add: the invented KEP are there already.",
  "seed-refused": "There are real KEP in the database. Invented ones are not added.",
  importing: "Import",
  seeding: "Invented KEP",
  "under-a-minute-left": "less than 1 minute left",
  "minutes-left_one": "about {{count}} minute left",
  "minutes-left_other": "about {{count}} minutes left",
  anonymizing: "Making anonymous",
  anonymized_one: "{{count}} appointment made anonymous.",
  anonymized_other: "{{count}} appointments made anonymous.",
  "erased-again_one": "{{count}} appointment that had been erased and came back was erased again.",
  "erased-again_other": "{{count}} appointments that had been erased and came back were erased again.",
  vacuumed: "The tables are clean.",
  rewritten: "The tables are written anew.",
  "offices-left_one":
    "{{count}} KEP is left, where another process is at work or something failed. Run the command again.",
  "offices-left_other":
    "{{count}} KEP are left, where another process is at work or something failed. Run the command again.",
  "audit-verifying": "Proving the seals",
  "no-head": "{{file}} is no signature of a day: it takes the whole output of `visits audit head`.",
  "head-none": "No day has been signed yet: the program does so as soon as it has started.",
  "audit-verified": "{{seals}} seals and {{heads}} signatures of days were proved.",
  "audit-sound": "Nothing was tampered with.",
  "audit-findings_one": "{{count}} place was tampered with.",
  "audit-findings_other": "{{count}} places were tampered with.",
  "audit-nation": "Ministry",
  "audit-entry-changed": "{{of}}, seal {{where}}: the entry or the seal was changed",
  "audit-entry-missing": "{{of}}, seal {{where}}: the entry is missing",
  "audit-seals-missing": "{{of}}, before seal {{where}}: seals are missing",
  "audit-entry-stray": "{{of}}, entry {{where}}: without a seal, or found otherwise than it says",
  "audit-chain-cut": "Signature of {{of}}: the chain was cut before {{where}}",
  "audit-chain-other": "Signature of {{of}}: the chain was written anew, at {{where}}",
  "audit-head-forged": "Signature of {{of}}: not genuine (key {{where}})",
  "audit-head-unreadable": "A signature that can't be read: {{where}}",
  "audit-head-key-unknown": "Signature of {{of}}: unknown key {{where}}. Add the old key to AUDIT_KEY.",
  "doctor-fine": "fine",
  "doctor-found_one": "{{count}} finding",
  "doctor-found_other": "{{count}} findings",
  "doctor-more": "… and {{count}} more",
  "doctor-summary-fine": "All fine: {{checks}} checks.",
  "doctor-summary-found_one": "{{count}} problem found.",
  "doctor-summary-found_other": "{{count}} problems found.",
};

export const subject: Record<keyof typeof el.subject, string> = {
  access: "KEP {{office}}: who saw or changed the data ({{n}})",
  "fault-none": "At least one of --name, --phone, --email, --afm is needed.",
  "fault-name": "--name has no letters. Write surname and first name.",
  "fault-phone": "--phone is no valid number. Write 10 digits, or + and the country's code.",
  "fault-email": "--email is no valid address.",
  "fault-afm": "--afm is no valid tax number: 9 digits with a right check digit.",
  searching: "Search",
  unknown: "No appointment was found by this. Nothing has changed. Try with less, or with something else.",
  "strange-reference": "By this the reference {{references}} was not found. Nothing has changed.",
  preview_one: "{{count}} appointment found. If it is this person's, add --yes.",
  preview_other: "{{count}} appointments found. If all are of the same person, add --yes; else --references and --yes.",
  "no-folder": "Name with --to the folder into which the files are written.",
  exported_one: "{{count}} appointment written to the folder {{folder}}: subject.json and subject.html.",
  exported_other: "{{count}} appointments written to the folder {{folder}}: subject.json and subject.html.",
  erased_one: "{{count}} appointment made anonymous, for good.",
  erased_other: "{{count}} appointments made anonymous, for good.",
  "still-to-come_one":
    "Nothing was erased: {{count}} appointment is still to come ({{references}}). Have the KEP cancel it first.",
  "still-to-come_other":
    "Nothing was erased: {{count}} appointments are still to come ({{references}}). Have the KEP cancel them first.",
  title: "What the appointment system keeps of you",
  made: "What was kept on {{at}}.",
  from: "From",
  to: "To",
  history: "What happened to the appointment",
  letters: "E-mails that we sent or would have sent you: {{n}}",
  calls: "Telephone calls: {{n}}",
};

export const jobs: Record<keyof typeof el.jobs, string> = {
  letters: "Sending e-mail",
  reminders: "Reminders",
  holds: "Held times",
  "earlier-places": "Earlier places",
  sealing: "Sealing the audit",
  "partner-notices": "Notices to partners",
  "first-free-times": "First free times",
  rulings: "The ministry's rulings",
  searches: "Searches for the audit",
  "search-words": "Words to search by",
  "stored-answers": "Stored answers to forget",
  "old-notices": "Old notices to forget",
  measures: "Figures of the day",
  anonymizing: "Anonymizing",
  "column-job": "Job",
  "column-every": "Every",
  "column-last": "Last",
  "column-took": "Took",
  "column-next": "Next",
  "column-state": "State",
  "state-fine": "fine",
  "state-left": "something is left, tried again",
  "state-never": "not done yet",
  "state-late": "late: no process does it",
  "state-failed": "failed, tried again",
  hours_one: "{{count}} hour",
  hours_other: "{{count}} hours",
  failure: "{{job}}: {{code}}. See the log of the process.",
  summary: "{{count}} jobs; in trouble: {{wrong}}.",
};

export const checks: Record<keyof typeof el.checks, string> = {
  "overlapping-appointments": "Appointments of one queue that overlap",
  "outside-hours": "Appointments to come outside the queue's hours",
  "inside-exception": "Appointments inside an exception",
  "inside-closure": "Appointments booked inside a national closure",
  "on-holiday": "Appointments to come on a holiday",
  "inactive-queue": "Appointments to come in an inactive queue",
  "off-grid": "Appointments to come that start at no time of the queue",
  "online-in-hidden-queue": "Online appointments to come in a queue that citizens do not see",
  "length-off-slot": "Appointments to come whose length is not whole slots of the queue",
  "kept-without-act": "Appointments kept in their place without a recorded decision",
  "kept-by-no-head": "Appointments kept by somebody who is no head of the KEP",
  "kept-then-closed": "Appointments kept whose time was closed again later",
  "one-default-queue": "KEP without exactly one default queue",
  "employee-in-two-queues": "Employees in two active queues at the same hours",
  "hours-shorter-than-slot": "Hours too short for a single appointment",
  "office-settings": "Settings of KEP that break their rules",
  "questionnaire-too-early": "Questionnaire submitted before the four actions were done",
  "booked-event-missing": "Appointments whose booking the history lacks",
  "version-not-last-event": "Appointments whose version is not the history's last",
  "gap-in-history": "Appointments with a gap in their history",
  "status-without-event": "Appointments in a status that their history does not explain",
  "transfer-half": "Transfers left half done: an end in one KEP without a beginning in the other, or the reverse",
  "wrong-check-digit": "References with a wrong check digit",
  "reference-twice": "References that exist twice",
  "ticket-numbers": "Numbers given twice or left out",
  "ticket-history": "Numbers that their history does not explain",
  "ticket-times": "Numbers with times that cannot be",
  "acts-out-of-order": "Services without a start, or calls after the visit was over",
  "measure-malformed": "Measures of a day that cannot be read",
  "measures-not-adding-up": "Measures of a day that do not agree with each other",
  "search-words-wrong": "Appointments not found by their name, or found by another",
  "kept-too-long": "Appointments that should be anonymous by now",
  "anonymous-with-traces": "Anonymous appointments of which something is left in history or e-mails",
  "row-security": "Tables not protected per KEP",
  "open-policy": "Security policies that open tables to other KEP",
  "exclusion-constraint": "The constraint against overlaps is missing or not valid",
  "application-role": "The application's role has rights that it must not have",
  "long-unsealed": "Entries of the audit wait for their seal for more than an hour (does the program run?)",
  "application-grants": "The application may do to tables what it must not",
  "held-by-nobody": "Times held though nobody fills in their form",
  "held-for-too-long": "Times held for more than an hour after they were over",
  "form-against-row": "Citizens' forms that say otherwise of their time than what is so",
  "offer-without-place": "Offers of an earlier time without the time that they hold",
  "hold-with-person": "Times never confirmed that know a person",
  "person-over-limit": "People with more online appointments than the limit",
  "link-without-visit": "Citizens' links without an appointment",
  "notice-out-of-order": "Notices to systems without their act, or out of order",
  "default-queue-inactive": "Default queues that are inactive",
  "substitute-of-no-office": "Substitutes who work at the KEP no more",
  "of-no-office": "Rows of a KEP that there is not",
  "not-exactly-one": "Settings of the nation that are missing, or there twice",
  "session-of-nobody": "Sessions of nobody",
  "row-against-history": "Appointments that are elsewhere or otherwise than their history left them",
  "audit-gap": "Gaps in the entries of the audit or in their seals",
  "audit-without-subject": "Entries of the audit that the appointment they are about does not lead to",
  "act-without-audit": "Acts on appointments that the audit lacks",
  "mail-waiting": "E-mails that nobody has tried to send for more than six hours",
  "mail-unsettled": "E-mails that do not say what became of them",
  "sweep-unfinished": "Rulings of the ministry that have not reached every KEP",
  "left-behind": "Searches, answers and forms that should have been cleared away",
  "known-though-forgotten": "Appointments still known though they were erased",
  "other-release": "Changes of the database that are not of this release",
  "missing-of-release": "Missing in the database, or not as in the release",
  "not-of-release": "In the database, and not of the release",
};

export const remedies: Record<keyof typeof el.remedies, string> = {
  report:
    "A fault of the program, or a change by hand. Keep a backup, change nothing in the database, and send these lines to whoever maintains the program.",
  overlap:
    "Tell the KEP today: one of the two has to be moved. Then send these lines to whoever maintains the program.",
  head: "Tell the head of the KEP, who puts it right on the pages of the KEP (queues and hours, settings, moving the appointment).",
  running: "Does the program run, and does the mail server take e-mails? If so, look in the log for what fails.",
  retention: "Run npm run visits -- retention run.",
  release: "Run the doctor of the release that serves, or npm run visits -- migrate if the database is the older one.",
  "by-hand":
    "Somebody changed the database by hand. Find out who and why, and put back what the release's db/schema.sql says; functions are written anew by npm run visits -- migrate once the table function_set is emptied.",
};
