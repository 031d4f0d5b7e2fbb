import { canonicalQuantity } from "../../amount/canonical-quantity.ts";
import { durationOf, durationText } from "../../amount/duration.ts";
import { quantityOf, toMilli } from "../../amount/quantity.ts";

/** A value as the API server gives it back, by the type that Go has for it. What it cannot read stays as it is. */
export function canonicalScalar(value: unknown, type: string, isInList = false): unknown {
  switch (type) {
    case "Quantity":
      return typeof value === "string" || typeof value === "number" ? amount(value, isInList) : value;
    case "Duration": {
      const duration = durationOf(value);
      return duration === undefined ? value : durationText(duration);
    }
    case "Time": {
      const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
      return Number.isNaN(time) ? value : new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
    }
    case "bytes":
      return typeof value === "string" ? value.replaceAll(/[\r\n]/g, "") : value;
    default:
      return value;
  }
}

/** `SetDefaults_ResourceList` of pkg/apis/core/v1/defaults.go rounds amounts of resources up to thousandths. */
function amount(value: string | number, isResource: boolean): string | number {
  const nanos = quantityOf(value);
  const isFiner = isResource && nanos !== undefined && nanos % 1_000_000n !== 0n;
  return canonicalQuantity(isFiner ? `${toMilli(nanos)}m` : value) ?? value;
}
