import type pg from "pg";

/**
 * What was committed since, each notice as its text: a world announces nothing before one of its processes serves. To be taken
 * by the tables' owner.
 */
export async function takeAnnouncements(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ notices: string[] }>("delete from announcement returning notices");
  return rows.flatMap(({ notices }) => notices);
}
