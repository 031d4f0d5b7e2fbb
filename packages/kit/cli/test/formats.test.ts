import { describe, expect, test } from "vitest";
import { commands } from "../src/commands.ts";
import { chosenFormat, requireFormat } from "../src/define/formats.ts";

/** What is said of the options' values, where it is an error. */
function asked(definition: Parameters<typeof chosenFormat>[0], values: Readonly<Record<string, unknown>>): string {
  try {
    return chosenFormat(definition, values);
  } catch (error) {
    return (error as Error).message;
  }
}

describe("every command that has formats is asked for one alike", () => {
  const all = commands.flatMap(([one]) => (one.formats === undefined ? [] : [[one.name, one] as const]));
  test.for(all)("%s", ([, definition]) => {
    const formats = Object.keys(definition.formats!);
    expect(formats[0]).toBe("text");
    expect(formats.map((format) => asked(definition, { format }))).toEqual(formats);
    expect(asked(definition, {})).toBe("text");
    expect(asked(definition, { json: true })).toBe("json");
    expect(asked(definition, { json: true, format: "json" })).toBe("json");
    expect(asked(definition, { json: true, format: "text" })).toBe(
      "error[argument-value]: --json and --format text cannot be given together\n" +
        "  where:  the command's arguments\n" +
        "  to fix: write one of them",
    );
    expect(asked(definition, { format: "jsno" })).toBe(
      'error[argument-value]: --format cannot be "jsno"\n' +
        "  where:  the command's arguments\n" +
        `  to fix: the formats are: ${formats.join(", ")}. Did you mean json?`,
    );
  });
});

test("a short form of its own", () => {
  const definition = { formats: { text: "", mermaid: "", json: "" }, shortForms: ["mermaid"] };
  expect(asked(definition, { mermaid: true })).toBe("mermaid");
  expect(asked(definition, { mermaid: true, json: true })).toBe(
    "error[argument-value]: --mermaid and --json cannot be given together\n" +
      "  where:  the command's arguments\n" +
      "  to fix: write one of them",
  );
});

test("a way to call a command that has fewer", () => {
  expect(requireFormat("json", ["text", "json"], "--policy")).toBeUndefined();
  expect(() => requireFormat("sarif", ["text", "json"], "--policy")).toThrowErrorMatchingInlineSnapshot(`
    [UserError: error[argument-value]: --format cannot be "sarif" with --policy
      where:  the command's arguments
      to fix: the formats are: text, json]
  `);
});
