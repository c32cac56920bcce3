/** Says of one thing that was tried whether it went right, and what came of it. */
export type Note = (isRight: boolean, line: string) => void;

/** What is tried out in the full run, in one go: it notes as it goes. */
export type Part = (note: Note) => Promise<void>;
