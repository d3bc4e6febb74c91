import { type Rates, type Subject, ratios } from "./rounds.ts";
import { spreadOf, writeSpread } from "./spread.ts";

export function print(...lines: readonly string[]): void {
  console.log(lines.join("\n"));
}

export function writeRow(name: string, measured: readonly number[]): string {
  return `    ${name.padEnd(40)} ${writeSpread(spreadOf(measured))}`;
}

export function writeRate({ name }: Subject, rates: Rates): string {
  return writeRow(name, rates.get(name) ?? []);
}

/** How many times as fast one subject was as another. */
export function writeRatio(rates: Rates, of: Subject, to: Subject): string {
  return writeRow(`${of.name}, of ${to.name}`, ratios(rates, of, to));
}
