import { describe, expect, test } from "vitest";
import { takeFunctions } from "../src/take-functions.ts";

const text = `package one

// first says more than it does.
func first(a int) error {
	if a > 0 {
		return nil
	}
	return errors.New("}")
}

func (r reader) second() {
}

func secondly() {}

func second(b string) string {
	return b
}
`;

describe("functions of a Go file", () => {
  test("are taken whole, in the order that is asked for", () => {
    expect(takeFunctions(text, ["second", "first"])).toEqual([
      "func second(b string) string {\n\treturn b\n}\n",
      'func first(a int) error {\n\tif a > 0 {\n\t\treturn nil\n\t}\n\treturn errors.New("}")\n}\n',
    ]);
  });

  test("that are not there are an error", () => {
    expect(() => takeFunctions(text, ["third"])).toThrow("there is no function third");
    expect(() => takeFunctions("func third() {", ["third"])).toThrow("there is no function third");
  });
});
