import type { DrawGrid } from "../../../draws/wishes/choice.ts";
import { ADDRESS } from "../../frame/address.ts";
import { fieldsOfChoice } from "../wish/wish-form.ts";
import type { OwnWish } from "./own-wish.ts";

/**
 * Where the same wish is written into the next draw of the service: the same weekdays, parts, offices and people, to be looked over
 * and sent. Before that one opens, its page; null: none is planned.
 */
export function sameInNext({ draw, next, wish }: OwnWish, { offices }: DrawGrid): string | null {
  if (next?.stands !== "open") return next && ADDRESS.draw(next.number);
  const later = draw.firstDay.until(next.firstDay);
  const choice = fieldsOfChoice({
    dayParts: wish.dayParts.map(([date, part]) => [Temporal.PlainDate.from(date).add(later).toString(), part]),
    offices: wish.offices.flatMap((id) => offices.find((office) => office.id === id)?.code ?? []),
    first: wish.first,
    others: wish.others,
  });
  return ADDRESS.drawWish(next.number, { ...choice, people: String(wish.units) });
}
