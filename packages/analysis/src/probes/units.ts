import {
  type FactType,
  type FactValue,
  formatDay,
  formatInstant,
  fromMillionths,
  parseDay,
  parseInstant,
  toMillionths,
} from "@evenhand/domain";

const MS_PER_MINUTE = 60_000;

/**
 * A value counted in the least unit that its type moves by: a minor unit, 1, a millionth, a day, a minute. `undefined`
 * where it is no value of such a type.
 *
 * @example toUnits("1970-01-02", "date") // 1
 * @example toUnits(0.5, "rate") // 500000
 */
export function toUnits(value: FactValue | undefined, type: FactType): number | undefined {
  switch (type) {
    case "money":
    case "integer":
      return typeof value === "number" ? value : undefined;
    case "decimal":
    case "rate":
      return typeof value === "number" ? toMillionths(value) : undefined;
    case "date":
      return typeof value === "string" ? parseDay(value) : undefined;
    case "instant": {
      const ms = typeof value === "string" ? parseInstant(value) : undefined;
      return ms === undefined ? undefined : Math.floor(ms / MS_PER_MINUTE);
    }
    default:
      return undefined;
  }
}

/** The value of so many least units; instants stand in the policy's time zone. The other way round from `toUnits`. */
export function fromUnits(units: number, type: FactType, timeZone: string): FactValue {
  switch (type) {
    case "decimal":
    case "rate":
      return fromMillionths(units);
    case "date":
      return formatDay(units);
    case "instant":
      return formatInstant(units * MS_PER_MINUTE, timeZone);
    default:
      return units;
  }
}

/** What conditions see of so many units: days and minor units as they are, instants as milliseconds, rates as decimals. */
export function conditionNumber(units: number, type: FactType): number {
  if (type === "instant") return units * MS_PER_MINUTE;
  return type === "decimal" || type === "rate" ? fromMillionths(units) : units;
}

/** The units in which a condition's number is reached; where it lies between two, the lower of them, or as it is rounded. */
export function unitsOfNumber(
  number: number,
  type: FactType,
  round: (number: number) => number = Math.floor,
): number {
  if (type === "instant") return round(number / MS_PER_MINUTE);
  return round(type === "decimal" || type === "rate" ? Math.round(number * 1e6) : number);
}
