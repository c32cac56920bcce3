/** What the operating system or PostgreSQL says, and what the person in front of it can do. */
const NOT_WRITABLE =
  "The folder is not writable by the account that runs the server: give it to that account, or set DATA_DIR.";

const ADVICE: [RegExp, string][] = [
  [
    /ENOSPC|No space left on device|EDQUOT|quota exceeded|disk is full/i,
    "The disk is full: free some space and start again.",
  ],
  [
    /EACCES|EPERM|EROFS|Permission denied|Read-only file system|Operation not permitted|readonly database|open database/i,
    NOT_WRITABLE,
  ],
  // Of a folder that is to be made with those above it, where nothing can be written.
  [/ENOENT: .* mkdir/, NOT_WRITABLE],
  [
    /could not look up effective user ID/i,
    "The account that runs the server has no name in /etc/passwd: add one, or set DATABASE_URL.",
  ],
  [
    /shared memory block .* is still in use|lock file .* already exists/i,
    "Another server still uses this folder: end it first. If the folder was moved or shared, use it from one place.",
  ],
  [/shared memory|semaphores/i, "The machine gives too little shared memory: raise its limits, or set DATABASE_URL."],
  [
    /wrong ownership|invalid permissions/i,
    "The data folder must belong to the account that runs the server, mode 0700.",
  ],
  [/checkpoint record|invalid data in file|corrupt|checksum/i, "The data are damaged: restore the latest backup."],
];

export function withReason(what: string, said: string): Error {
  const advice = ADVICE.find(([pattern]) => pattern.test(said))?.[1] ?? "DATABASE_URL may name another server instead.";
  return new Error(`${what}. ${advice}\n${said.trim()}`);
}

/** For a promise's catch: errors of the system and of PostgreSQL get a reason, our own sentences pass unchanged. */
export function explainFailure(what: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    throw Object.assign(withReason(what, error.message), { cause: error });
  };
}
