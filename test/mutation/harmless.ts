/** Faults that nobody can notice, and why: in which file, what stands there → what is put there. */
export const HARMLESS: readonly (readonly [file: string, fault: string, why: string])[] = [
  ["src/appointments/place/alternatives.ts", "wish.queue === null → (false)", "nobody has a place in no queue"],
  [
    "src/appointments/sql.ts",
    "now.filter((word) => !old.includes(word)) → (now)",
    "a word that is there already is not written again",
  ],
  ["src/appointments/sql.ts", "< → <=", "nobody is served at midnight"],
  [
    "src/appointments/history/outdated-decisions-sql.ts",
    "> → >=",
    "of two acts of one instant either may have known of the other",
  ],
  ["src/cli/checks/history-checks.ts", "event.office_id = visit.office_id → true", "no two offices have an id twice"],
  ["src/cli/checks/queue-checks.ts", "not is_archived → true", "the database lets no archived queue be the default"],
  ["src/cli/checks/schema-checks.ts", "contype = 'x' → true", "the definition that is compared says so itself"],
  ["src/cli/checks/search-checks.ts", "rows[0]?.rows ?? 1 → (rows[0]?.rows && 1)", "a larger sample finds no less"],
  [
    "src/diary/read-diary.ts",
    "Temporal.PlainDate.compare(date, last) > 0 → (Temporal.PlainDate.compare(date, last) >= 0)",
    "of two equal dates either is the last",
  ],
  ["src/diary/sql.ts", "< → <=", "one visit more to compare with, at a time that no row of the diary has"],
  [
    "src/identity/provider/gsis-userinfo.ts",
    "parser.parse(body, true)?.root → (parser.parse(body, true).root)",
    "what can't be parsed is thrown as an error either way",
  ],
  ["src/identity/provider/oidc.ts", "true → (false)", "without an id token the next line throws"],
  ["src/identity/sign-in/page.ts", "true → (false)", "only the names of the list are read"],
  [
    "src/identity/sessions.ts",
    "/^([1-9]\\d{0,8})\\.[\\w-]{43}$/ → (/^([1-9]\\d{0,8})\\.[\\w-]{43}/)",
    "a longer token has another hash",
  ],
  ["src/ministry/catalogue-sql.ts", "rows[0]?.offices → (rows[0].offices)", "a count always has its row"],
  ["src/offices/checked-rows.ts", 'issue.code === "custom" → (true)', "no other fault has values of its own"],
  ["src/platform/database/gathering-socket.ts", "true → (false)", "corks are counted, and as many taken out as put in"],
  [
    "src/platform/database/sql.ts",
    `names.get(text) ?? 'visits-\${names.size + 1}' → (names.get(text) && 'visits-\${names.size + 1}')`,
    "an unnamed statement answers the same, only more slowly",
  ],
  [
    "src/platform/http/limits/admit.ts",
    "async () => clearInterval(timer) → (() => undefined)",
    "the timer keeps no process alive, and finds nobody waiting",
  ],
  [
    "src/search/namesakes.ts",
    "name.length > MAX_SEARCH → (false)",
    "nobody is called by so long a name: it only saves work",
  ],
  ["src/search/under-way-sql.ts", "rows[0]?.count → (rows[0].count)", "a function always answers with a row"],
  ["src/platform/text/fold.ts", "/\\p{M}+/gu → (/\\p{M}/gu)", "each mark is taken away, one by one or together"],
  ["src/platform/text/written-date.ts", "{ return null; } → {}", "what is undefined is no date either"],
];
