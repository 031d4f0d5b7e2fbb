import { expect, test } from "vitest";
import { CelError, describeCelType, judgeCel, type CelScope, type CelType } from "../../src/cel/index.ts";

const scope: CelScope = {
  variables: new Map<string, CelType>([
    [
      "self",
      {
        fields: new Map<string, () => CelType>([
          ["size", () => "int"],
          ["names", () => ({ items: "string" })],
        ]),
      },
    ],
    ["object", "dyn"],
    ["other", undefined],
  ]),
  types: ["Object"],
};

function judged(source: string): string {
  try {
    return describeCelType(judgeCel(source, scope));
  } catch (error) {
    if (!(error instanceof CelError)) throw error;
    return `${error.at}: ${error.message}`;
  }
}

const said: readonly (readonly [source: string, said: string])[] = [
  ["self.size <= 5", "bool"],
  ["self.size", "int"],
  ["self.names[0]", "string"],
  ["self.names.map(n, n.size())", "list"],
  ["self.names.all(n, n.startsWith('a'))", "bool"],
  ["object.a.b[0].c", "dyn"],
  ["object.?a.orValue('') + 'b'", "a value"],
  ["other.a", "a value"],
  ["object" + ".a".repeat(2000), "a value"],
  ["-self.size + 0x1F * 2 % 3", "int"],
  ["1u", "uint"],
  ["1.5e3 > .5", "bool"],
  ["b'a'", "bytes"],
  [`r"\\d" + '''a\n"b"''' + "\\x41\\u00e9\\101"`, "string"],
  ["null", "null"],
  ["{'a': 1, ?'b': object.?c}", "map"],
  ["[1, 2,]", "list"],
  ["Object{metadata: Object.metadata{labels: {'a': 'b'}}}", "Object"],
  ["self.size > 1 ? 'a' : 'b'", "string"],
  ["type(self.size) == int", "bool"],
  ["cel.bind(x, self.size, x > 1)", "bool"],
  ["object.spec.namespace == 'a' // the end", "bool"],
  ["", "1: ends too early"],
  ["self.size <=", "13: ends too early"],
  ["(self.size", "11: ends too early, where ) is missing"],
  ["self.size)", '10: has ")" there'],
  ["self.size = 5", '11: does not go on with "= 5"'],
  ["self.size == 'a", `14: does not go on with "'a"`],
  ["'\\d'", "1: does not go on with \"'\\\\d'\""],
  ["self.size and true", '11: has "and" there'],
  ["if", "1: has the word if, which is reserved"],
  ["selv.size", "1: reads selv, which is not declared"],
  ["self.length", "5: reads the field length, which is not defined"],
  ["self.size.a", "10: reads the field a of int"],
  ["self.names.all(n, n.size() > m)", "30: reads m, which is not declared"],
  ["self.names.all(1, true)", "16: calls all without the name of a variable"],
  ["self.names.all(n, n)", "19: has string with all, which takes bool"],
  ["object.a.beginsWith('a')", "9: calls beginsWith, which is not declared"],
  ["has(object)", "1: calls has without a field"],
  ["1 == 'a'", "3: has int == string"],
  ["1 == 1.0", "3: has int == double"],
  ["1 < 1.0", "bool"],
  ["'a' - 'b'", "5: has string - string"],
  ["!1", "1: has int with !, which takes bool"],
  ["1 && true", "1: has int with &&, which takes bool"],
  ["object.a.matches('[a')", "18: matches a regular expression that does not end"],
  ["`a`", '1: does not go on with "`a`"'],
  [`${"(".repeat(300)}1${")".repeat(300)}`, "251: is nested too deeply"],
];

test.for(said)("of %s says %s", ([source, wanted]) => {
  expect(judged(source)).toBe(wanted);
});
