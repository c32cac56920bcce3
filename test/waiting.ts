import type { World } from "./world.ts";

/** How many of the program's statements wait for somebody else's lock. */
export async function waiting({ owner }: World): Promise<number> {
  // Within a transaction all look the same until its end.
  await owner.query("select pg_stat_clear_snapshot()");
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::integer as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.count as number;
}

/** Whether what was asked waits beside so many that do already, rather than being answered. */
export async function waits(world: World, asked: Promise<unknown>, others: number): Promise<boolean> {
  let isAnswered = false;
  void asked.finally(() => {
    isAnswered = true;
  });
  while (!isAnswered) if ((await waiting(world)) > others) return true;
  return false;
}
