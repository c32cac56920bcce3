interface ActMessage {
  readonly tone?: string;
  /** Absent: it can't be taken back */
  readonly undo?: object;
  readonly about?: string;
}

/** As many presses of Ctrl+Z in a row find something */
const DEEPEST = 10;

/**
 * What Ctrl+Z takes back, the last one at the end. One more act lies above those before, unless it is about the same, whose
 * undoing would come too late; one that can't be taken back itself ends what lies below.
 * @param isUndoing it is said that something was taken back: what lies below stays
 */
export function withAct<Act extends ActMessage>(stack: readonly Act[], shown: Act, isUndoing = false): readonly Act[] {
  const others = stack.filter(({ about }) => about === undefined || about !== shown.about);
  if (shown.undo) return [...others, shown].slice(-DEEPEST);
  if (isUndoing) return others;
  return (shown.tone ?? "success") === "success" ? [] : stack;
}
