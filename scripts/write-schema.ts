import { writeFile } from "node:fs/promises";
import pg from "pg";
import { openDatabase } from "../src/platform/database/connect.ts";
import { aDataFolder } from "../test/data-folder.ts";
import { PRESENT_SCHEMA, presentSchema } from "./present-schema.ts";

// Writes down what the migrations and functions make of an empty database.
const { env, remove } = await aDataFolder();
const database = await openDatabase({ DATA_DIR: env.DATA_DIR, DATABASE_POOL_SIZE: 1 });
const owner = new pg.Client({ connectionString: database.ownerUrl });
await owner.connect();
try {
  await writeFile(PRESENT_SCHEMA, await presentSchema(owner));
} finally {
  await owner.end();
  await database.close();
  await remove();
}
