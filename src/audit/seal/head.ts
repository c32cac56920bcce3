/** The ends of all chains at one moment, as a text to be kept elsewhere: one line each. */
export interface Head {
  readonly day: string;
  readonly key: string;
  readonly ends: readonly ChainEnd[];
}

export interface ChainEnd {
  readonly office: number;
  readonly number: bigint;
  /** In hexadecimal digits */
  readonly hash: string;
}

const TITLE = "visits audit head 1";

export const headText = ({ day, key, ends }: Head): string =>
  [
    TITLE,
    `day ${day}`,
    `key ${key}`,
    ...ends.map(({ office, number, hash }) => `${office} ${number} ${hash}`),
    "",
  ].join("\n");

/** null: this is no such text */
export function readHead(text: string): Head | null {
  const [title, day, key, ...lines] = text.split("\n");
  const [, date] = /^day (\d{4}-\d\d-\d\d)$/.exec(day ?? "") ?? [];
  const [, name] = /^key ([\da-f]{12})$/.exec(key ?? "") ?? [];
  const ends = lines.slice(0, -1).map((line) => /^(\d+) (\d+) ([\da-f]{64})$/.exec(line));
  if (title !== TITLE || date === undefined || name === undefined || lines.at(-1) !== "") return null;
  if (ends.some((end) => end === null)) return null;
  return {
    day: date,
    key: name,
    ends: ends.map((end) => ({ office: Number(end?.[1]), number: BigInt(end?.[2] ?? 0), hash: end?.[3] ?? "" })),
  };
}

/** A head with its signature, in the file that is kept elsewhere. */
export const signedText = (document: string, signature: string): string => `${document}signature ${signature}\n`;

export function readSigned(text: string): { readonly document: string; readonly signature: string } | null {
  const [, document, signature] = /^([\s\S]*\n)signature ([\da-f]{64})\n*$/.exec(text.replaceAll("\r", "")) ?? [];
  return document !== undefined && signature !== undefined ? { document, signature } : null;
}
