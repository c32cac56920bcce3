import { type DiaryPreview, MAX_SHOWN, type Verdict } from "./contract.ts";
import type { Line } from "./layout/line.ts";
import { cellNumber, columnLetters, rowLabel } from "./matrix/row-label.ts";
import type { PlannedRow } from "./plan.ts";
import type { ReadDiary } from "./read-diary.ts";

type Sheet = DiaryPreview["sheet"];
type Fate = Sheet["lines"][number]["cells"][number]["fate"];

const IN_DOUBT: readonly Verdict[] = ["unclear", "collides"];

/** The sheet as it was written, with what became of each cell: what nobody read is marked where it stands. Pure. */
export function presentedSheet(diary: ReadDiary, rows: readonly PlannedRow[]): Sheet {
  const fates = fatesOf(diary, rows);
  const lines = previewLines(diary).map(({ row, cells }) => ({
    line: row,
    cells: cells.map((text, at) => {
      const id = cellNumber(row, at);
      return { id, label: rowLabel(id), text, fate: fates.get(id) ?? "none" };
    }),
  }));
  const { sections } = diary.read;
  const blocks = sections.flatMap(({ block }) => (block ? [block] : []));
  const ranges = blocks.map(({ from, to }) => `${columnLetters(from)}–${columnLetters(to - 1)}`);
  return { lines, blocks: [...new Set(ranges)] };
}

function fatesOf({ headings, unread, onPaper }: ReadDiary, rows: readonly PlannedRow[]): ReadonlyMap<number, Fate> {
  const fates = new Map<number, Fate>();
  const say = (ids: Iterable<number>, fate: Fate) => {
    for (const id of ids) fates.set(id, fate);
  };
  const [doubtful, clear] = [true, false].map((is) =>
    rows.filter(({ verdict }) => IN_DOUBT.includes(verdict) === is).flatMap(({ sources }) => sources),
  );
  say(clear ?? [], "row");
  say(doubtful ?? [], "doubt");
  say(headings, "heading");
  say(ids(onPaper), "paper");
  say(ids(unread), "unread");
  return fates;
}

const ids = (cells: ReadDiary["unread"]): number[] => cells.map(({ id }) => id);

/** Those with an unread cell, and as many others from the top as there is room for. */
function previewLines({ lines, unread, onPaper }: ReadDiary): Line[] {
  const marked = new Set([...unread, ...onPaper].map(({ line }) => line));
  const isMarked = ({ row }: Line) => marked.has(row);
  const first = lines.filter(isMarked).slice(0, MAX_SHOWN);
  const others = lines.filter((line) => !isMarked(line)).slice(0, MAX_SHOWN - first.length);
  return [...first, ...others].toSorted((a, b) => a.row - b.row);
}
