/** Who comes in one visit, and what is done for each. Pure. */
export type People = readonly (readonly string[])[];

/** Of the text of a visit. */
export const peopleOfText = (text: string): People => text.split(";").map((codes) => codes.split(","));

export const textOfPeople = (people: People): string => people.map((codes) => codes.join()).join(";");

/** @param person counted from 0; the one behind the last comes along from now on */
export const addToVisit = (people: People, person: number, code: string): People =>
  person >= people.length
    ? [...people, [code]]
    : people.map((codes, index) => (index === person ? [...codes, code] : codes));

/** Whoever needs nothing any more does not come. */
export const takeFromVisit = (people: People, person: number, at: number): People =>
  people
    .map((codes, index) => (index === person ? codes.filter((_, place) => place !== at) : codes))
    .filter(({ length }) => length > 0);
