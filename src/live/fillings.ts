import { isAtOnce } from "./at-once.ts";
import { type Desk, eventText } from "./desk.ts";
import { FILLING_EXPIRES_MS, type FillingSeen } from "./events.ts";
import type { Filling } from "./notice.ts";

interface Mark {
  readonly filling: Filling & { readonly place: FillingSeen["place"] };
  expiry: NodeJS.Timeout;
}

/** More than any office has desks: a runaway page must not fill the memory. */
const MOST_MARKS = 64;

/** The places that clerks are filling in, in the order in which they came there; kept here only, and forgotten when not repeated. */
export function createFillings(onChange: (office: number) => void) {
  const marksOf = new Map<number, Map<string, Mark>>();
  const remove = (office: number, key: string): boolean => {
    const marks = marksOf.get(office);
    const mark = marks?.get(key);
    if (!marks || !mark) return false;
    clearTimeout(mark.expiry);
    marks.delete(key);
    if (marks.size === 0) marksOf.delete(office);
    return true;
  };
  const set = (filling: Filling) => {
    const { office, place } = filling;
    const key = `${filling.employee} ${filling.desk}`;
    const expiryOf = () => setTimeout(() => remove(office, key) && onChange(office), FILLING_EXPIRES_MS).unref();
    const before = marksOf.get(office)?.get(key);
    if (before && JSON.stringify(before.filling.place) === JSON.stringify(place)) {
      // Whoever repeats a place keeps the turn in which it was taken.
      clearTimeout(before.expiry);
      before.expiry = expiryOf();
      return;
    }
    const wasThere = remove(office, key);
    const marks = marksOf.get(office) ?? new Map<string, Mark>();
    if (place && marks.size < MOST_MARKS)
      marksOf.set(office, marks.set(key, { filling: { ...filling, place }, expiry: expiryOf() }));
    if (wasThere || place) onChange(office);
  };
  return {
    set,
    textFor: (office: number, desk: Desk): string => {
      const marks = [...(marksOf.get(office)?.values() ?? [])].map(({ filling }) => filling);
      const own = marks.findIndex((filling) => filling.desk === desk.id && filling.employee === desk.employee);
      const ownPlace = marks[own]?.place;
      const others = marks.flatMap(({ employee, name, place }, turn): FillingSeen[] => {
        const isLater = ownPlace !== undefined && own < turn && isAtOnce(ownPlace, place);
        return turn === own ? [] : [{ name, place, isOwn: employee === desk.employee, isLater }];
      });
      return eventText("fillings", { list: others });
    },
    clear: () => {
      for (const marks of marksOf.values()) for (const { expiry } of marks.values()) clearTimeout(expiry);
      marksOf.clear();
    },
  };
}
