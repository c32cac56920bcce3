import type { Problem } from "../../kit/api.ts";
import type { CatchUpRequest, WalkInRequest } from "../contract.ts";

/** What a refusal says of the rows: by their places in the request that it answers. Pure. */
export interface RefusedRequest {
  readonly request: CatchUpRequest;
  readonly problem: Problem;
}

type MarkRequest = CatchUpRequest["marks"][number];

/** As long as it is ticked as it was refused. */
export function faultOfMark(
  refused: RefusedRequest | null,
  { id, status }: Omit<MarkRequest, "version">,
): string | null {
  const at = refused?.request.marks.findIndex((mark) => mark.id === id && mark.status === status) ?? -1;
  return at < 0 ? null : messageAt(refused, `marks.${at}.`);
}

export interface WalkInFault {
  readonly message: string;
  /** Free places, the nearest first */
  readonly near: readonly { readonly time: string; readonly queue: number }[];
}

export function faultOfWalkIn(refused: RefusedRequest | null, walkIn: WalkInRequest): WalkInFault | null {
  const text = JSON.stringify(walkIn);
  const at = refused?.request.walkIns.findIndex((one) => JSON.stringify(one) === text) ?? -1;
  const message = at < 0 ? null : messageAt(refused, `walkIns.${at}.`);
  return message === null ? null : { message, near: nearOf(refused, at) };
}

/** Whether any row of the present request still stands as it was refused. */
export const hasFaults = (refused: RefusedRequest | null, { marks, walkIns }: CatchUpRequest): boolean =>
  marks.some((mark) => faultOfMark(refused, mark) !== null) ||
  walkIns.some((walkIn) => faultOfWalkIn(refused, walkIn) !== null);

const messageAt = (refused: RefusedRequest | null, field: string): string | null =>
  refused?.problem.errors?.find((error) => error.field.startsWith(field))?.message ?? null;

function nearOf(refused: RefusedRequest | null, at: number): WalkInFault["near"] {
  const places = (refused?.problem.places ?? []) as readonly { walkIn: number; near: WalkInFault["near"] }[];
  return places.find(({ walkIn }) => walkIn === at)?.near ?? [];
}
