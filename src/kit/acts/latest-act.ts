interface ActMessage {
  readonly tone?: string;
  /** Absent: it can't be taken back */
  readonly undo?: object;
}

/** What Ctrl+Z takes back: one more act takes the place of the one before, even where it can't be taken back itself. */
export function latestAct<Act extends ActMessage>(before: Act | null, shown: Act): Act | null {
  if (shown.undo) return shown;
  return (shown.tone ?? "success") === "success" ? null : before;
}
