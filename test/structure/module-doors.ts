/** The doors to `trial/`, each opened only when it is gone through. Production goes through none but to seed when told. */
export const DOORS_TO_TRIAL: readonly string[] = ["trial.ts", "cli/visits.ts"];

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
export const BROWSER_PACKAGES: readonly string[] = ["libphonenumber-js", "zod"];
