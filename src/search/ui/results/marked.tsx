import type { Piece } from "./highlight.ts";

/** The letters that the search found stand out. */
export const Marked = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map(({ text, isFound }, index) =>
    isFound ? <mark key={pieceKey(text, index)}>{text}</mark> : <span key={pieceKey(text, index)}>{text}</span>,
  );

/** Pieces have no identity but their place. */
const pieceKey = (text: string, index: number): string => `${index} ${text}`;
