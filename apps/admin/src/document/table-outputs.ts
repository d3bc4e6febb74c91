/** The parameters of events that have a name of their own in the dictionaries, under `table.outputs`. */
const TABLE_OUTPUTS = [
  "amount",
  "insteadOf",
  "atLeast",
  "times",
  "months",
  "share",
  "rate",
  "quantity",
  "digits",
  "grade",
  "disposition",
  "bearer",
  "category",
  "severity",
  "role",
  "ground",
  "portion",
  "step",
  "to",
  "level",
  "kind",
  "code",
  "within",
] as const;

/** The parameter of an event that is called so, where the dictionaries have a name for it. */
export function tableOutput(name: string): (typeof TABLE_OUTPUTS)[number] | undefined {
  return TABLE_OUTPUTS.find((output) => output === name);
}
