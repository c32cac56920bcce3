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
  queues: ["availability", "identity", "live/announce.ts", "platform", "text"],
  audit: ["identity", "platform"],
  appointments: ["audit", "availability", "identity", "live/announce.ts", "platform", "text"],
  proposals: ["appointments", "audit", "availability", "identity", "live/announce.ts", "platform", "queues", "text"],
  search: ["appointments", "audit", "identity", "platform", "text"],
  live: ["identity", "platform", "text"],
  overview: ["appointments", "availability", "identity", "platform", "text"],
  diary: ["appointments", "audit", "availability", "identity", "platform", "text"],

  web: ["identity/contract.ts", "platform", "text"],
  "offices/ui": ["offices", "availability/queue-day.ts", "identity/contract.ts", "platform", "text", "web"],
  "queues/ui": ["queues", "identity/contract.ts", "offices/contract.ts", "platform", "text", "web"],
  "appointments/ui": [
    "appointments",
    "identity/contract.ts",
    "live/contract.ts",
    "live/ui",
    "offices/contract.ts",
    "platform",
    "search/contract.ts",
    "text",
    "web",
  ],
  "live/ui": ["live", "platform", "text", "web"],
  "search/ui": [
    "search",
    "appointments/contract.ts",
    "appointments/ui",
    "identity/contract.ts",
    "offices/contract.ts",
    "platform",
    "text",
    "web",
  ],
  "overview/ui": [
    "overview",
    "appointments/contract.ts",
    "appointments/ui",
    "identity/contract.ts",
    "live/ui",
    "offices/contract.ts",
    "platform",
    "text",
    "web",
  ],
  "diary/ui": [
    "diary",
    "appointments/contract.ts",
    "appointments/ui",
    "identity/contract.ts",
    "offices/contract.ts",
    "platform",
    "text",
    "web",
  ],
  "web/pages": ["appointments/ui", "offices/ui", "queues/ui", "platform", "text", "web"],
  "web/shell": [
    "appointments/contract.ts",
    "appointments/ui",
    "identity/contract.ts",
    "live/ui",
    "platform",
    "search/ui",
    "text",
    "web",
    "web/pages",
  ],
  "web/router.tsx": [
    "appointments/ui",
    "diary/ui",
    "offices/ui",
    "overview/ui",
    "queues/ui",
    "search/ui",
    "text",
    "web",
    "web/pages",
    "web/shell",
  ],
  "web/app.tsx": ["text", "web", "web/router.tsx", "web/shell"],
  "web/main.tsx": ["web", "web/app.tsx"],

  "stand-ins": ["platform", "text"],
  seed: ["appointments", "availability", "offices", "platform", "queues", "text"],
  "app.ts": ["appointments", "diary", "identity", "live", "offices", "overview", "platform", "proposals", "search"],
  "welcome.ts": ["platform", "stand-ins", "text"],
  "main.ts": [
    ...["app.ts", "appointments/fill-words.ts", "audit", "identity", "live", "platform", "search", "seed", "stand-ins"],
    ...["text", "welcome.ts"],
  ],
  cli: ["main.ts", "appointments", "identity", "offices", "platform", "queues", "seed", "stand-ins", "text"],
};

/** The seed writes whole weeks at once, served and cancelled visits too, which no use case makes. */
export const MAY_USE_OTHERS_SQL: readonly string[] = ["seed"];

/** What the browser runs; nothing that only a server has may be reached from it, however indirectly. */
export const BROWSER_SAFE = [
  "^src/web/",
  "^src/[^/]+/ui/",
  "^src/[^/]+/(contract|rules)\\.ts$",
  "^src/(text|availability)/",
  "^src/platform/background\\.ts$",
];
export const BROWSER_PACKAGES: readonly string[] = ["i18next", "libphonenumber-js", "zod"];

/** Who writes a table. Others may read it. */
export const WRITER_OF: Readonly<Record<string, readonly string[]>> = {
  office: ["offices"],
  service: ["offices"],
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
  mail: ["proposals"],
  call: ["proposals"],
  appointment: ["appointments"],
  appointment_event: ["appointments"],
  appointment_word: ["appointments"],
  words_missing: ["appointments"],
  audit_entry: ["audit"],
  search_under_way: ["search"],
  idempotency_key: ["platform"],
  migration: ["platform"],
};
