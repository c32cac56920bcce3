import { numericDate, timeOf } from "../../../kit/dates.ts";
import { type Language, type Text, textIn } from "../../../text/text.ts";
import type { Queues, RecordedChange } from "../../contract.ts";
import type { RecordedRow } from "./changed-dates.ts";
import { nameOfQueue, type RuleWording, rowLines } from "./changed-rows.ts";

/** A change of rules in words: what, whose, who, when, and what became of the appointments. Pure. */
export interface ChangeWords {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly isTakenBack: boolean;
  readonly lines: readonly string[];
}

interface Details {
  readonly changes?: readonly RecordedRow[];
  readonly undoes?: string;
  readonly moved?: number;
  readonly kept?: number;
  readonly calls?: number;
  readonly withoutPhone?: number;
  readonly restored?: number;
}

/** @param people whom the changes name */
export function changeWords(
  changes: readonly RecordedChange[],
  queues: Queues["queues"],
  people: readonly { readonly id: number; readonly name: string }[],
  language: Language,
): readonly ChangeWords[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const wording: RuleWording = { t: textIn(language), language, queues, people: names };
  const takenBack = new Set(changes.map(({ details }) => (details as Details).undoes));
  return changes.map((change) => ({
    id: change.id,
    title: titleOf(change, changes, wording),
    by: byWords(change, wording.t),
    isTakenBack: takenBack.has(change.id),
    lines: linesOf(change.details as Details, wording),
  }));
}

function titleOf({ act, details }: RecordedChange, all: readonly RecordedChange[], { t, queues }: RuleWording): string {
  const { changes = [], undoes } = details as Details;
  const undone = all.find(({ id }) => id === undoes);
  if (undone) return t("queues.act-undone-of", { act: t(`queues.act-${undone.act}`) });
  const numbers = [...new Set(changes.map(queueOf))].filter((number) => number !== null);
  const names = numbers.map((number) => nameOfQueue(number, queues)).join(", ");
  return names === "" ? t(`queues.act-${act}`) : `${t(`queues.act-${act}`)}: ${names}`;
}

const queueOf = ({ before, after }: RecordedRow): number | null => {
  const row = after ?? before ?? {};
  return Number(row.number ?? row.queue) || null;
};

const byWords = ({ at, by }: RecordedChange, t: Text): string =>
  t(by === null ? "queues.changed-at" : "queues.changed-by", {
    at: `${numericDate(at.slice(0, 10))}, ${timeOf(at)}`,
    by: by ?? "",
  });

function linesOf({ changes = [], ...outcome }: Details, wording: RuleWording): string[] {
  const { t } = wording;
  const counts = (["moved", "kept", "calls", "withoutPhone", "restored"] as const).flatMap((name) =>
    outcome[name] ? [t(`queues.outcome-${name}`, { count: outcome[name] })] : [],
  );
  return [...rowLines(changes, wording), ...counts];
}
