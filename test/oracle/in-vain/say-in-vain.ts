import { ask, type Stage, type StagedOffice, type Visitor } from "../stage.ts";

/** After some visits the clerk says what had not been said clearly; now and then otherwise a moment later. */
export async function sayInVain(stage: Stage, place: StagedOffice, visitor: Visitor): Promise<void> {
  if (visitor.log.services.length === 0 || !stage.random.chance(0.3)) return;
  await say(stage, place, visitor, 0);
  if (!stage.random.chance(0.2)) return;
  await (stage.random.chance(0.5) ? say(stage, place, visitor, 1) : takeBack(stage, place, visitor));
}

async function say(stage: Stage, place: StagedOffice, visitor: Visitor, version: number): Promise<void> {
  const { random, log } = stage;
  const service = random.pick([...new Set(visitor.log.services)]);
  const reason = random.pick(["paper", "paper", "elsewhere", "needless"] as const);
  const lines = log.lines.findLast(({ code }) => code === service)?.lines ?? [];
  const line = reason === "paper" && lines.length > 0 && random.chance(0.7) ? random.pick(lines) : null;
  const body = { service, reason, ...(line !== null && { line }) };
  const answer = await ask(stage, place.clerk, "in vain", ["PUT", pathOf(place, visitor)], { body, version });
  if (answer) visitor.log.inVain.push({ at: stage.now(), service, reason, line });
}

const pathOf = ({ log }: StagedOffice, { id }: Visitor): string => `${log.code}/visits/${id}/in-vain`;

async function takeBack(stage: Stage, place: StagedOffice, visitor: Visitor): Promise<void> {
  const answer = await ask(stage, place.clerk, "not in vain", ["DELETE", pathOf(place, visitor)], { version: 1 });
  const before = visitor.log.inVain.at(-1);
  if (answer && before) visitor.log.inVain.push({ ...before, at: stage.now(), reason: null, line: null });
}
