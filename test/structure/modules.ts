/**
 * Who may import whom, below src/: folders or files, the longest name that fits counts. Everything else is forbidden.
 * Modules further up know nothing of those further down.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  platform: ["text"],
  availability: ["platform/time.ts"],
  identity: ["platform", "text"],
  offices: ["audit", "identity", "live/announce.ts", "platform", "text"],
  audit: ["identity", "platform"],
  outbox: ["platform"],
  appointments: ["audit", "availability", "identity", "live/announce.ts", "outbox", "platform", "text"],
  proposals: ["appointments", "audit", "availability", "identity", "live/announce.ts", "outbox", "platform"],
  mail: [
    ...["appointments", "audit", "identity", "kit/dates.ts", "live/announce.ts", "outbox", "platform", "proposals"],
    "text",
  ],
  queues: [
    "appointments/place/facts.ts",
    "appointments/place/locks.ts",
    "audit",
    "availability",
    "identity",
    "live/announce.ts",
    "platform",
    "proposals",
  ],
  ministry: ["appointments", "audit", "identity", "live/announce.ts", "offices", "platform", "text"],
  search: ["appointments", "audit", "identity", "platform", "text"],
  live: ["identity", "platform", "text"],
  overview: ["appointments", "availability", "identity", "platform", "text"],
  "catch-up": ["appointments", "audit", "identity", "platform"],
  diary: ["appointments", "audit", "availability", "identity", "platform", "text"],
  paper: ["appointments", "audit", "identity", "kit/dates.ts", "offices", "platform", "proposals", "text"],

  kit: ["identity/contract.ts", "platform", "text"],
  "offices/ui": ["offices", "availability/queue-day.ts", "platform", "text", "kit"],
  "queues/ui": [
    "queues",
    "appointments/contract.ts",
    "appointments/ui/plan/plan-layout.ts",
    "appointments/ui/queries.ts",
    "offices/ui/who-may-change.tsx",
    "platform",
    "proposals/contract.ts",
    "proposals/ui",
    "text",
    "kit",
  ],
  "appointments/ui": [
    "appointments",
    "identity/contract.ts",
    "live/ui",
    "mail/contract.ts",
    "offices/contract.ts",
    "paper/address.ts",
    "paper/ui",
    "platform",
    "search/contract.ts",
    "text",
    "kit",
  ],
  "live/ui": ["live", "kit"],
  "search/ui": [
    "search",
    "appointments/contract.ts",
    "appointments/ui",
    "identity/contract.ts",
    "offices/contract.ts",
    "platform",
    "text",
    "kit",
  ],
  "overview/ui": [
    "overview",
    "appointments/contract.ts",
    "appointments/statuses.ts",
    "appointments/ui",
    "offices/contract.ts",
    "proposals/ui",
    "text",
    "kit",
  ],
  "catch-up/ui": ["catch-up", "appointments", "offices/contract.ts", "platform", "text", "kit"],
  "diary/ui": ["diary", "appointments/ui/queries.ts", "offices/contract.ts", "platform", "text", "kit"],
  "paper/ui": ["paper/address.ts", "paper/contract.ts", "kit"],
  "proposals/ui": [
    ...["proposals", "appointments/contract.ts", "appointments/person.ts", "appointments/statuses.ts", "appointments/ui"],
    ...["paper/address.ts", "paper/ui", "text", "kit"],
  ],
  "ministry/ui": ["ministry", "platform", "text", "kit"],
  web: [
    ...[
      "appointments/contract.ts",
      "appointments/ui",
      "catch-up/ui",
      "diary/ui",
      "identity/contract.ts",
      "kit",
      "live/ui",
      "ministry/ui",
    ],
    ...["offices/ui", "overview/ui", "platform", "proposals/ui", "queues/ui", "search/ui", "text"],
  ],

  "stand-ins": ["platform", "text"],
  seed: ["appointments", "availability", "offices", "platform", "text"],
  "app.ts": [
    ...["appointments", "catch-up", "diary", "identity", "live", "mail", "ministry", "offices"],
    ...["operations.ts", "overview"],
    ...["page-addresses.ts", "paper", "platform"],
    ...["proposals", "queues", "search"],
  ],
  "operations.ts": ["platform"],
  "page-addresses.ts": [],
  "welcome.ts": ["platform", "stand-ins", "text"],
  "main.ts": [
    ...[
      "app.ts",
      "appointments/names/fill-words.ts",
      "audit",
      "identity",
      "live",
      "mail",
      "ministry",
      "platform",
      "search",
      "seed",
    ],
    ...["stand-ins", "text", "welcome.ts"],
  ],
  cli: ["main.ts", "appointments", "identity", "offices", "platform", "seed", "stand-ins", "text"],
};

/** The seed writes whole weeks at once, served and cancelled visits too, which no use case makes. */
export const MAY_USE_OTHERS_SQL: readonly string[] = ["seed"];

/** Parts of statements that the SQL of other modules builds in: what they mean is said once. */
export const PARTS_FOR_OTHERS: readonly string[] = [
  "appointments/served-on-sql.ts",
  "identity/employee-name-sql.ts",
  "outbox/lost-sql.ts",
  "outbox/planning-sql.ts",
];

/** What the browser runs; nothing that only a server has may be reached from it, however indirectly. */
export const BROWSER_SAFE = [
  "^src/(kit|web)/",
  "^src/[^/]+/ui/",
  "^src/[^/]+/(contract|rules)\\.ts$",
  "^src/(text|availability)/",
  "^src/platform/background\\.ts$",
];
export const BROWSER_PACKAGES: readonly string[] = ["i18next", "libphonenumber-js", "zod"];

/** Who writes a table. Others may read it. */
export const WRITER_OF: Readonly<Record<string, readonly string[]>> = {
  office: ["offices"],
  service: ["ministry", "offices"],
  closure: ["ministry"],
  holiday: ["ministry"],
  sweep: ["ministry"],
  sweep_office: ["ministry"],
  office_service: ["offices"],
  employee: ["identity"],
  membership: ["identity"],
  session: ["identity"],
  directory_call: ["identity"],
  // An office is born with its default queue.
  queue: ["queues", "offices"],
  queue_hours: ["queues"],
  exception: ["queues"],
  queue_activity: ["queues"],
  queue_substitute: ["queues"],
  mail: ["outbox", "mail"],
  reminded: ["mail"],
  call: ["proposals"],
  printed_sheet: ["paper"],
  appointment: ["appointments"],
  appointment_event: ["appointments"],
  appointment_word: ["appointments"],
  words_missing: ["appointments"],
  audit_entry: ["audit"],
  search_under_way: ["search"],
  idempotency_key: ["platform"],
  migration: ["platform"],
  function_set: ["platform"],
};
