import { useRef, useState } from "react";
import type { ServedVisit } from "../../../waiting/contract.ts";
import type { WaitingLine } from "./use-line.ts";
import type { useNext } from "./use-next.ts";

/** A second press within this time is of the same finger */
const DEAF_MS = 1_000;
/** Nobody is served so soon: whether they were is asked */
const TOO_SOON_MS = 20_000;

/**
 * The key and button «Επόμενος»: deaf for a second, and where it would end a visit that this page saw begin a moment ago it
 * asks first, so that who was called by mistake does not count as served.
 */
export function usePressNext(line: WaitingLine | null, next: ReturnType<typeof useNext>) {
  const pressedAt = useRef(-DEAF_MS);
  const begunAt = useBegunAt(line);
  const [doubted, setDoubted] = useState<readonly ServedVisit[] | null>(null);
  const send = () => {
    if (!line) return;
    const { counter, called } = line;
    setDoubted(null);
    next.mutate({ queue: counter.number, served: counter.served, absent: called });
  };
  const press = () => {
    const now = performance.now();
    if (!line || next.isPending || now - pressedAt.current < DEAF_MS) return;
    pressedAt.current = now;
    const soon = line.counter.served.filter((visit) => now - (begunAt.get(idOf(visit)) ?? 0) < TOO_SOON_MS);
    if (soon.length > 0) setDoubted(soon);
    else send();
  };
  return { press, doubted, send, keep: () => setDoubted(null) };
}

/** When the page first saw each visit at the counter: of what ran before it was loaded nothing is known, and it is believed. */
function useBegunAt(line: WaitingLine | null): ReadonlyMap<string, number> {
  const seen = useRef<Map<string, number> | null>(null);
  if (!line) return new Map();
  const { served } = line.counter;
  seen.current ??= new Map(served.map((visit) => [idOf(visit), Number.NEGATIVE_INFINITY]));
  for (const visit of served) if (!seen.current.has(idOf(visit))) seen.current.set(idOf(visit), performance.now());
  return seen.current;
}

const idOf = ({ appointment, ticket }: ServedVisit): string => (appointment ?? ticket)?.id ?? "";
