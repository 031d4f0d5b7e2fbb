import { labelValueProblem } from "@kit/kube/names";
import * as v from "valibot";

/** Any http or https URL, for what only other pods read. */
export function url(): v.GenericSchema<string> {
  return v.pipe(
    v.string("must be a URL, as a string"),
    v.check(isHttpUrl, "must be a URL such as https://shop.example.com"),
  );
}

/**
 * A URL that browsers read: as in production (`isAsProduction`) it must be `https:` and not this computer (`checkPublicUrls`).
 *
 * Both are the mistakes that a development value makes when it reaches production.
 */
export function publicUrl(): v.GenericSchema<string> {
  return v.pipe(url(), v.metadata({ public: true }));
}

/** One of some words. */
export function oneOf<const Words extends readonly string[]>(...words: Words): v.GenericSchema<Words[number]> {
  return v.picklist(words, `must be one of ${words.map((word) => `"${word}"`).join(", ")}`);
}

/** Any text but an empty one: say more where more is known. */
export function text(): v.GenericSchema<string> {
  return v.pipe(v.string("must be a text"), v.minLength(1, "must not be empty"));
}

/** `true` or `false`. */
export function boolean(): v.GenericSchema<boolean> {
  return v.boolean("must be true or false");
}

/** A number, with a fraction or without, at least `min` and at most `max` where they are given. */
export function number(min = -Infinity, max = Infinity): v.GenericSchema<number> {
  const said = `must be a number${rangeText(min, max)}`;
  return v.pipe(
    v.number(said),
    v.check((value) => Number.isFinite(value) && value >= min && value <= max, said),
  );
}

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number): v.GenericSchema<number> {
  return v.pipe(
    v.number(`must be a whole number from ${min} to ${max}`),
    v.check(
      (value) => Number.isInteger(value) && value >= min && value <= max,
      `must be a whole number from ${min} to ${max}`,
    ),
  );
}

/** A Kubernetes quantity as people write it: "500m", "2", "1.5", "4Gi". */
export function quantity(): v.GenericSchema<string> {
  return v.pipe(
    v.string('must be a quantity as a string, such as "500m" or "4Gi"'),
    v.regex(/^\d+(\.\d+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/, 'must be a quantity such as "500m" or "4Gi"'),
  );
}

/** A value that may stand in a label, and is not empty. */
export function labelValue(): v.GenericSchema<string> {
  return v.pipe(
    v.string("must be a label value, as a string"),
    v.check(
      (value) => value !== "" && labelValueProblem(value) === undefined,
      "must be a label value: at most 63 letters, digits, -, _ or ., with a letter or digit at both ends",
    ),
  );
}

function rangeText(min: number, max: number): string {
  if (min === -Infinity) return max === Infinity ? "" : ` of at most ${max}`;
  return max === Infinity ? ` of at least ${min}` : ` from ${min} to ${max}`;
}

function isHttpUrl(given: string): boolean {
  return URL.canParse(given) && ["http:", "https:"].includes(new URL(given).protocol);
}
