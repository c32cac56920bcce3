import { expect, test } from "vitest";
import { type Bounds, type Claim, createAdmission } from "./admission.ts";

const BOUNDS: Bounds = {
  underWay: 4,
  lanes: {
    staff: { places: 4, ofParty: 3, ofSession: 2 },
    "signing-in": { places: 1, ofParty: 1, ofSession: 1 },
    strangers: { places: 1, ofParty: 1, ofSession: 1 },
  },
  waiting: 4,
  patienceMs: 500,
};

const staff = (session: string, party = "9901"): Claim => ({ lane: "staff", party, session });
const stranger = (address: string): Claim => ({ lane: "strangers", party: address, session: address });
const signingIn = (address: string): Claim => ({ ...stranger(address), lane: "signing-in" });

/** Names of those who were let in or refused, in that order. */
function aDoor(bounds: Partial<Bounds> = {}) {
  const admission = createAdmission({ ...BOUNDS, ...bounds });
  const inside: string[] = [];
  const refused: string[] = [];
  const claims = new Map<string, Claim>();
  const come = (name: string, claim: Claim, since = 0) => {
    claims.set(name, { ...claim });
    const settle = (isAdmitted: boolean) => void (isAdmitted ? inside : refused).push(name);
    admission.enter({ claim: claims.get(name) as Claim, since, settle });
  };
  const go = (...names: string[]) => {
    for (const name of names) admission.leave(claims.get(name) as Claim);
  };
  return { admission, inside, refused, come, go };
}

test("as many as may be are under way, and the others wait in turn", () => {
  const { inside, refused, come, go, admission } = aDoor();
  for (const number of [1, 2, 3, 4, 5, 6]) come(`${number}`, staff(`s${number}`, `office ${number}`));
  expect(inside).toEqual(["1", "2", "3", "4"]);
  go("2");
  go("1");
  expect(inside.slice(4)).toEqual(["5", "6"]);
  expect([refused, admission.counts()]).toEqual([[], { underWay: 4, waiting: 0 }]);
});

test("neither a session nor an office takes all, even while nobody else asks", () => {
  const { inside, come } = aDoor();
  for (const number of [1, 2, 3]) come(`a${number}`, staff("a"));
  for (const number of [1, 2]) come(`b${number}`, staff("b"));
  expect(inside).toEqual(["a1", "a2", "b1"]);
  come("other", staff("c", "9902"));
  expect(inside.at(-1)).toBe("other");
});

test("the office with the fewest under way goes first, in it the session with the fewest, before whoever came first", () => {
  const { inside, come, go } = aDoor({ underWay: 3 });
  for (const name of ["a1", "a2"]) come(name, staff("a"));
  come("b1", staff("b"));
  come("a3", staff("a"));
  come("b2", staff("b"));
  come("other", staff("c", "9902"));
  go("a1");
  expect(inside.at(-1)).toBe("other");
  go("other");
  // One of each is under way: the one that came first.
  expect(inside.at(-1)).toBe("a3");
  go("a2", "a3");
  expect(inside.at(-1)).toBe("b2");
});

test("strangers come after staff, and never take the places of all", () => {
  const { inside, come, go } = aDoor();
  come("x", stranger("192.0.2.1"));
  come("y", stranger("192.0.2.2"));
  for (const number of [1, 2, 3]) come(`${number}`, staff(`s${number}`, `office ${number}`));
  expect(inside).toEqual(["x", "1", "2", "3"]);
  come("late", staff("s4", "office 4"));
  go("x");
  expect(inside.at(-1)).toBe("late");
  go("1");
  expect(inside.at(-1)).toBe("y");
});

test("whoever signs in has a place of their own, after staff and before strangers, and neither of them fills it", () => {
  const { inside, refused, come, go } = aDoor({ underWay: 3 });
  for (const name of ["x", "y", "z"]) come(name, stranger("192.0.2.1"));
  come("in", signingIn("192.0.2.1"));
  come("in too", signingIn("192.0.2.2"));
  expect(inside).toEqual(["x", "in"]);
  for (const name of ["1", "2"]) come(name, staff(`s${name}`));
  expect(inside).toEqual(["x", "in", "1"]);
  go("in");
  expect(inside.at(-1)).toBe("2");
  go("x");
  expect(inside.at(-1)).toBe("in too");
  go("1");
  expect(inside.at(-1)).toBe("y");
  for (const name of ["s", "t", "u"]) come(name, stranger("192.0.2.3"));
  come("in again", signingIn("192.0.2.3"));
  expect(refused).toEqual(["s"]);
  for (const name of ["3", "4", "5", "6"]) come(name, staff(`s${name}`));
  expect(refused).toEqual(["s", "z", "t", "u", "in again"]);
});

test("an address takes a part of the strangers' places, and leaves the rest to others even while nobody else asks", () => {
  const { lanes } = BOUNDS;
  const { inside, come, go } = aDoor({ lanes: { ...lanes, strangers: { places: 3, ofParty: 2, ofSession: 2 } } });
  for (const name of ["x1", "x2", "x3"]) come(name, stranger("192.0.2.1"));
  expect(inside).toEqual(["x1", "x2"]);
  come("y", stranger("192.0.2.2"));
  expect(inside.at(-1)).toBe("y");
  go("y");
  expect(inside).toHaveLength(3);
  go("x1");
  expect(inside.at(-1)).toBe("x3");
});

test("where no more may wait, a newcomer of the same office is refused at once", () => {
  const { refused, come } = aDoor();
  for (let number = 1; number <= 8; number++) come(`${number}`, staff(`s${number}`));
  expect(refused).toEqual(["8"]);
});

test("one of another office, or of the staff, has the place of one who has less claim to it", () => {
  const { refused, come } = aDoor();
  for (const name of ["1", "2", "3", "4", "5"]) come(name, staff(`s${name}`));
  for (const name of ["w", "x", "y"]) come(name, stranger(name));
  expect(refused).toEqual([]);
  for (const name of ["6", "7"]) come(name, staff(`s${name}`));
  expect(refused).toEqual(["x", "y"]);
  come("z", stranger("z"));
  expect(refused).toEqual(["x", "y", "z"]);
  for (const name of ["c", "d"]) come(`other ${name}`, staff(name, "9902"));
  expect(refused).toEqual(["x", "y", "z", "4", "5"]);
});

test("no office gives way to one that would have as many then", () => {
  const { refused, come } = aDoor({ waiting: 3 });
  for (const name of ["1", "2", "3", "4"]) come(name, staff(`s${name}`));
  for (const name of ["a", "b", "c", "d"]) come(name, staff(name, "9902"));
  expect(refused).toEqual(["d"]);
  come("e", staff("e", "9903"));
  expect(refused).toEqual(["d", "4"]);
});

test("whoever waits for too long gives way to a newcomer with better prospects", () => {
  const { refused, come } = aDoor();
  for (let number = 1; number <= 7; number++) come(`${number}`, staff(`s${number}`), number);
  come("8", staff("s8"), 503);
  expect(refused).toEqual(["8"]);
  come("9", staff("s9"), 504);
  expect(refused).toEqual(["8", "4"]);
});

test("where fewer may wait from now on, those who wait too long or take too much give way to the next newcomer", () => {
  const { admission, inside, refused, come, go } = aDoor({ underWay: 1 });
  for (const number of [1, 2, 3, 4, 5]) come(`${number}`, staff(`s${number}`), number);
  admission.limitWaiting(2);
  expect(refused).toEqual([]);
  come("other", staff("c", "9902"), 10);
  expect([refused, admission.counts().waiting]).toEqual([["2", "3", "4"], 2]);
  come("late", staff("s6"), 11);
  expect(refused.slice(3)).toEqual(["late"]);
  go("1");
  expect(inside).toEqual(["1", "5"]);
  admission.limitWaiting(4);
  for (const number of [7, 8, 9]) come(`${number}`, staff(`s${number}`), 20);
  expect(refused).toHaveLength(4);
});

test("whoever has waited the longest that anybody may is refused, and has no place left", () => {
  const { admission, inside, refused, come, go } = aDoor({ underWay: 1 });
  for (const number of [1, 2, 3]) come(`${number}`, staff(`s${number}`), number * 100);
  admission.refuseSince(200);
  expect([inside, refused]).toEqual([["1"], ["2"]]);
  go("1");
  expect([inside, admission.counts()]).toEqual([["1", "3"], { underWay: 1, waiting: 0 }]);
});
