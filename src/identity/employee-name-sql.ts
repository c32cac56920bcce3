import { type Part, part } from "../platform/database/sql.ts";

/** How statements name an employee. Parts, because PostgreSQL would not inline a function that reads a table. */

/** Of the employee whose row the statement reads */
export const employeeFullName = part`employee.first_name || ' ' || employee.last_name`;

/** Columns by which rows refer to an employee; a column's name can't be a parameter. */
const REFERENCES = {
  added_by: part`added_by`,
  changed_by: part`changed_by`,
  created_by: part`created_by`,
  employee_id: part`employee_id`,
  issued_by: part`issued_by`,
  noted_by: part`noted_by`,
  opened_by: part`opened_by`,
  revoked_by: part`revoked_by`,
  served_by: part`served_by`,
  settings_changed_by: part`settings_changed_by`,
  submitted_by: part`submitted_by`,
};

/** Of the employee to whom a row refers; null where it refers to none, and nobody is looked for. */
export const employeeName = (reference: keyof typeof REFERENCES): Part =>
  part`(select ${employeeFullName} from employee where ${REFERENCES[reference]} is not null and employee.id = ${REFERENCES[reference]})`;
