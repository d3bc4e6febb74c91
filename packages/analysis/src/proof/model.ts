/** What a model gives the constants of a text: whole numbers and truths, by name. */
export type Model = {
  readonly numbers: ReadonlyMap<string, bigint>;
  readonly truths: ReadonlyMap<string, boolean>;
};

type Expression = string | readonly Expression[];

/**
 * Reads a solver's answer to `(get-model)`. Whatever is no constant of a whole number or a truth is passed over.
 *
 * @example readModel("((define-fun |case.lossAmount| () Int 5))").numbers.get("case.lossAmount") // 5n
 * @throws Error where the parentheses do not match
 */
export function readModel(text: string): Model {
  const numbers = new Map<string, bigint>();
  const truths = new Map<string, boolean>();
  const visit = (expression: Expression): void => {
    if (typeof expression === "string") return;
    const [head, name, parameters, sort, value] = expression;
    if (head !== "define-fun" || typeof name !== "string" || value === undefined) {
      for (const part of expression) visit(part);
      return;
    }
    if (typeof parameters === "string" || (parameters?.length ?? 0) > 0) return;
    const plain = name.replace(/^\|(.*)\|$/s, "$1");
    const number = numberIn(value);
    if (sort === "Int" && number !== undefined) numbers.set(plain, number);
    if (sort === "Bool" && (value === "true" || value === "false")) truths.set(plain, value === "true");
  };
  for (const expression of expressionsIn(text)) visit(expression);
  return { numbers, truths };
}

function numberIn(value: Expression): bigint | undefined {
  if (typeof value === "string") return /^\d+$/.test(value) ? BigInt(value) : undefined;
  const [minus, figure] = value;
  return minus === "-" && typeof figure === "string" && /^\d+$/.test(figure) ? -BigInt(figure) : undefined;
}

const TOKEN = /;[^\n]*|\|[^|]*\||"(?:[^"]|"")*"|[()]|[^\s()|";]+/g;

function expressionsIn(text: string): readonly Expression[] {
  const open: Expression[][] = [[]];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith(";")) continue;
    if (token === "(") open.push([]);
    else if (token !== ")") open.at(-1)?.push(token);
    else {
      const closed = open.pop();
      if (!closed || open.length === 0) throw new Error("a parenthesis is closed that was not opened");
      open.at(-1)?.push(closed);
    }
  }
  if (open.length !== 1) throw new Error("a parenthesis is left open");
  return open[0] ?? [];
}
