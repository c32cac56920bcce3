import type { OperableOffice } from "../../identity/office-access.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { writeUsualService } from "../sql.ts";

/** What the office's people mostly come for, as somebody there has said: forms begin with it, and nobody is asked again. */
export const rememberUsualService = (tx: Tx, { id }: OperableOffice, service: string): Promise<void> =>
  writeUsualService(tx, id, service);
