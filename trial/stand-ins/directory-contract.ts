import { z } from "zod";

/** What the directory of θυρίδες is asked, and how its rights are set by hand in a trial. */
const auditRecord = z.object({
  auditUnit: z.string().min(1),
  auditTransactionId: z.string().min(1),
  auditProtocol: z.string().min(1),
  auditTransactionDate: z.string().min(1),
  auditUserIp: z.string().min(1),
  auditUserId: z.string().min(1),
});

export const employeeQuestion = z.object({ auditRecord, kepEmployeesInputRecord: z.object({ afm: z.string() }) });
export const officeQuestion = z.object({
  auditRecord,
  kepOfficeEmployeesInputRecord: z.object({ gateId: z.string() }),
});
export const gateList = z.array(z.strictObject({ gateId: z.string().min(1), role: z.enum(["clerk", "head"]) }));
