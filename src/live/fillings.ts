import { type Desk, eventText } from "./desk.ts";
import { FILLING_EXPIRES_MS, type FillingSeen } from "./events.ts";
import type { Filling } from "./notice.ts";

interface Mark {
  readonly filling: Filling & { readonly place: FillingSeen["place"] };
  readonly expiry: NodeJS.Timeout;
}

/** More than any office has desks: a runaway page must not fill the memory. */
const MOST_MARKS = 64;

/** The places that clerks are filling in; kept here only, and forgotten when they are not repeated. */
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
    const before = marksOf.get(office)?.get(key)?.filling.place;
    const wasThere = remove(office, key);
    const marks = marksOf.get(office) ?? new Map<string, Mark>();
    if (place && marks.size < MOST_MARKS) {
      const expiry = setTimeout(() => remove(office, key) && onChange(office), FILLING_EXPIRES_MS).unref();
      marksOf.set(office, marks.set(key, { filling: { ...filling, place }, expiry }));
    }
    const isRepeated = JSON.stringify(before) === JSON.stringify(place);
    if (!isRepeated && (wasThere || place)) onChange(office);
  };
  return {
    set,
    textFor: (office: number, desk: Desk): string => {
      const others = [...(marksOf.get(office)?.values() ?? [])].filter(
        ({ filling }) => filling.desk !== desk.id || filling.employee !== desk.employee,
      );
      return eventText("fillings", { list: others.map(({ filling: { name, place } }) => ({ name, place })) });
    },
    clear: () => {
      for (const marks of marksOf.values()) for (const { expiry } of marks.values()) clearTimeout(expiry);
      marksOf.clear();
    },
  };
}
