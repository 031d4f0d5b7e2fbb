import fc from "fast-check";
import { expect, test } from "vitest";
import { withheld, withoutValues } from "../src/without-values.ts";

const value = "correct horse/battery+staple";
const base64 = Buffer.from(value).toString("base64");

test.for<[string, string, string]>([
  ["as it is", `invalid: ${value}.`, "invalid: ***."],
  ["in base64", `{"TOKEN":"${base64}"}`, '{"TOKEN":"***"}'],
  ["in base64 without padding", base64.replace(/=+$/, ""), "***"],
  ["in a URL", `?token=${encodeURIComponent(value)}&x`, "?token=***&x"],
  ["several times", `${value}${value} ${base64}`, "****** ***"],
  ["in part", `unexpected "correct horse/bat"`, withheld],
  ["its base64 in part", `unexpected ${base64.slice(4, 16)}…`, withheld],
  ["not at all", "namespaces not found", "namespaces not found"],
])("a value %s", ([, text, shown]) => expect(withoutValues(text, [value], [])).toBe(shown));

test("a value of several lines, also line by line and as JSON has it", () => {
  const key = "first line of the key\nsecond line of it";
  const text = `${JSON.stringify({ key })}\n> second line of it\n`;
  expect(withoutValues(text, [key], [])).toBe('{"key":"***"}\n> ***\n');
});

test("words that a value has in common with what is known may stay", () => {
  const text = 'namespaces "shop-north" not found';
  const url = "postgresql://u:p@h/shop-north";
  expect(withoutValues(text, [url], ["shop-north"])).toBe(text);
  expect(withoutValues(text, [url], [])).toBe(withheld);
});

test("no value of six characters or more is left, whatever the message", () => {
  const random = fc.stringMatching(/^[A-Za-z0-9+/ "\\#=:@]{6,40}$/);
  const said = fc.array(random, { minLength: 1, maxLength: 4 }).chain((values) => {
    const forms = values.flatMap((one) => [one, Buffer.from(one).toString("base64"), JSON.stringify(one)]);
    return fc.tuple(fc.constant(values), fc.array(fc.constantFrom(...forms, "error: ", "\n"), { maxLength: 8 }));
  });
  fc.assert(
    fc.property(said, ([values, pieces]) => {
      const shown = withoutValues(pieces.join(""), values, []);
      expect(values.filter((one) => shown.includes(one) && shown !== withheld)).toEqual([]);
    }),
  );
});
