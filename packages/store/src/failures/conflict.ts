/**
 * A constraint of the database refused what was to be kept. `constraint` is the same on every database:
 * - `<table>_<column>_<column>_unique` of a key that is taken, primary keys included
 * - `<table>_<column>_not_null` of a value that is missing
 * - the name that the migration gives a check or a trigger, such as `ledger_months_cap` or `decisions_append_only`
 * - `foreign_key` of a row that names another which is not there
 *
 * A second version 3 of one policy gives `versions_policy_id_version_unique`.
 */
export class Conflict extends Error {
  readonly constraint: string;

  constructor(constraint: string, cause?: unknown) {
    super(`the constraint \`${constraint}\` does not allow it`, { cause });
    this.name = "Conflict";
    this.constraint = constraint;
  }
}
