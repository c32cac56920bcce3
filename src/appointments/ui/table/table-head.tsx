import { useText } from "../../../kit/text.tsx";
import { Icon, type IconName } from "../../../kit/ui/icon.tsx";
import type { SortKey, SortText } from "../look.ts";
import { isDescending, keyOf } from "./rows.ts";

export const COLUMN_WORDS = {
  time: "table.time",
  name: "table.name",
  service: "table.services",
  queue: "table.queues",
  status: "table.statuses",
  channel: "table.channels",
} as const satisfies Record<SortKey, string>;

interface TableHeadProps {
  readonly sort: SortText | undefined;
  readonly onSort: (key: SortKey) => void;
}

/** Where the rows stand as cards, the heads are the choice of their order. */
export function TableHead({ sort = "time", onSort }: TableHeadProps) {
  const t = useText();
  const head = (key: SortKey) => {
    const isSorted = keyOf(sort) === key;
    return (
      <th scope="col" aria-sort={isSorted ? order(sort) : undefined} className="is-sortable">
        <button type="button" onClick={() => onSort(key)}>
          {t(COLUMN_WORDS[key])}
          <Icon name={isSorted ? ICONS[order(sort)] : "sort"} />
        </button>
      </th>
    );
  };
  return (
    <thead>
      <tr>
        {head("time")}
        {head("name")}
        {head("service")}
        {head("queue")}
        {head("status")}
        <th scope="col">{t("table.phone")}</th>
        <th scope="col">{t("table.email")}</th>
        {head("channel")}
        <th scope="col" className="table__acts">
          {t("table.acts")}
        </th>
      </tr>
    </thead>
  );
}

const ICONS = { ascending: "up", descending: "down" } as const satisfies Record<string, IconName>;

const order = (sort: SortText) => (isDescending(sort) ? "descending" : "ascending");
