import {
  actingIn,
  commandsIn,
  elementsOf,
  hostileName,
  hostileNames,
  namesTried,
  renderedMarkdown,
} from "@kit/testing/hostile";
import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import {
  forAnnotationData,
  forAnnotationProperty,
  forHtml,
  forJson,
  forLog,
  forMarkdown,
  forMarkdownCode,
  forMarkdownFence,
  forMarkdownHtml,
  forMermaid,
  forMermaidTitle,
  forSarif,
  forStream,
  forTerminal,
  forTerminalLines,
  forUri,
} from "../src/index.ts";

const all = { numRuns: namesTried };
const ourColours = new RegExp(String.raw`\u001B\[(?:1|2|22|3[1-6]|39)m`, "g");
const none = { colours: false, commands: false };

describe("one name", () => {
  const name = "a\u001B[31m\r\n::error::x\u202E @team #1 www.x.y 'b' <i> | \u{E0001}";
  test.for([
    [forTerminal(name), String.raw`a\u001b[31m\r\n::error::x\u202e @team #1 www.x.y 'b' <i> | \u{e0001}`],
    [
      forMarkdown(name),
      "a\\\\u001b\\[31m\\\\r\\\\n::&#8288;error::x\\\\u202e @&#8288;team #&#8288;1 www&#8288;.x.y 'b' &lt;i&gt; \\| \\\\u\\{e0001\\}",
    ],
    [forMarkdown("1. x"), "1\\. x"],
    [forMarkdown("- x"), "\\- x"],
    [forMarkdown("`x` 0123abc :+1: GH-1"), "\\`x\\` 0123ab&#8288;c :&#8288;+1: GH-&#8288;1"],
    [forMarkdownHtml('a\n\n# @b "c" <d>'), "a\\n\\n#&#8288; @&#8288;b &#34;c&#34; &lt;d&gt;"],
    [forMarkdownCode("a`b``c"), "```a`b``c```"],
    [forMarkdownCode("`a\n|"), "`` `a\\n| ``"],
    [forMarkdownCode(""), "` `"],
    [
      forMarkdownFence("diff", ["+ ```\n# x", "  ::error::x"]).join("\n"),
      "````diff\n+ ```\\n# x\n  \\u003a:error::x\n````",
    ],
    [forAnnotationProperty("a:b,c\n%"), String.raw`a%3Ab%2Cc\n%25`],
    [forAnnotationData(["a:b,c\n%", "d"]), String.raw`a:b,c\n%25%0Ad`],
    [forMermaid('a"]\n'), "a#34;#93;#92;n"],
    [forMermaidTitle("stall-eu/prod"), "stall-eu/prod"],
    [forMermaidTitle("a: b\n---"), String.raw`"a: b\\n---"`],
    [forSarif("[x](http://y) a[0](b)"), String.raw`[x\](http://y) a[0\](b)`],
    [forUri("javascript:x/a b?c#d\uD800"), "javascript%3Ax/a%20b%3Fc%23d%EF%BF%BD"],
    [forJson({ "##[x]": "\u009B\u{E0001}" }), `{\n  "\\u0023#[x]": "\\u009b\\udb40\\udc01"\n}`],
    [forLog("a ::b\n  ::error::x\n##[group]\n##vso[x]"), "a ::b\n  \\u003a:error::x\n\\u0023#[group]\n\\u0023#vso[x]"],
    [
      forStream("\u001B[1ma\u001B[22m\u001B[2J\tb\r\n", { ...none, colours: true }),
      "\u001B[1ma\u001B[22m\\u001b[2J\tb\\r\n",
    ],
    [forStream("\u001B[1ma\n ::error::b\n", none), "\\u001b[1ma\n \\u003a:error::b\n"],
  ])("is %j", ([written, expected]) => {
    expect(written).toBe(expected);
  });
});

test("a name without anything in it is itself, everywhere", () => {
  const name = "Deployment stall-eu/web.v1 é";
  const written = [forTerminal, forTerminalLines, forMarkdown, forMarkdownHtml, forHtml, forSarif, forMermaid, forLog];
  expect(written.map((one) => one(name))).toEqual(written.map(() => name));
});

test("acts on no terminal, and stays in its line", () => {
  fc.assert(
    fc.property(hostileName, (name) => {
      expect(actingIn(forTerminal(name))).toEqual([]);
      expect(forTerminal(name)).not.toContain("\n");
      expect(actingIn(forTerminalLines(name).replaceAll("\t", ""))).toEqual([]);
    }),
    all,
  );
});

test("whatever a stream is given, nothing acts on a terminal or a runner", () => {
  fc.assert(
    fc.property(hostileNames(3), fc.boolean(), (names, colours) => {
      const written = forStream(names.join("\n"), { colours, commands: false });
      const plain = colours ? written.replaceAll(ourColours, "") : written;
      expect(actingIn(plain.replaceAll("\t", ""))).toEqual([]);
      expect(commandsIn(written)).toEqual([]);
    }),
    all,
  );
});

test("is text and nothing else, wherever it stands in Markdown", () => {
  const expected = elementsOf(renderedMarkdown(page(["a", "b", "c", "d", "e", "f"])));
  expect(expected.elements).toContain("3 b");
  fc.assert(
    fc.property(hostileNames(6), (names) => {
      const text = page(names);
      expect(elementsOf(renderedMarkdown(text))).toEqual(expected);
      expect(actingIn(text.replaceAll("\t", ""))).toEqual([]);
      expect(commandsIn(text)).toEqual([]);
    }),
    all,
  );
});

test("is text in HTML, and no command in a log that shows the page", () => {
  fc.assert(
    fc.property(hostileName, (name) => {
      const html = `<p title="${forHtml(name)}">\n${forHtml(name)}</p>`;
      expect(elementsOf(html, false).elements).toEqual(["1 p title"]);
      expect(commandsIn(html)).toEqual([]);
    }),
    all,
  );
});

test("is read back from JSON as it was, and shows nothing that acts", () => {
  fc.assert(
    fc.property(hostileName, hostileName, (key, value) => {
      const json = forJson({ [`k${key}`]: [value] });
      expect(JSON.parse(json)).toEqual({ [`k${key}`]: [value] });
      expect(actingIn(json)).toEqual([]);
      expect(commandsIn(json)).toEqual([]);
    }),
    all,
  );
});

test("is one property and one message of an annotation", () => {
  fc.assert(
    fc.property(hostileName, hostileName, (file, message) => {
      const line = `::error file=${forAnnotationProperty(file)},line=1::${forAnnotationData([message, "next"])}`;
      expect(actingIn(line)).toEqual([]);
      expect(line.split("\n")).toHaveLength(1);
      // As the runner reads it: up to the second `::`, then by commas, then by the first `=`.
      const [, info = "", data = ""] = /^::([^]*?)::([^]*)$/.exec(line)!;
      const properties = info.slice("error ".length).split(",");
      expect(properties.map((one) => one.split("=")[0])).toEqual(["file", "line"]);
      expect(decoded(properties[0]!.slice("file=".length))).toBe(forTerminal(file));
      expect(decoded(data)).toBe(`${forTerminal(message)}\nnext`);
    }),
    all,
  );
});

test("is a title in the YAML before a Mermaid diagram, and a label that ends where it ends", () => {
  fc.assert(
    fc.property(hostileName, (name) => {
      expect(load(`title: ${forMermaidTitle(name)}`)).toEqual({ title: forTerminal(name) });
      expect(forMermaid(name)).not.toMatch(/["[\]`<>|{}\n]/);
    }),
    all,
  );
});

test("is a relative URI, which means the same path", () => {
  fc.assert(
    fc.property(hostileName, (name) => {
      const uri = forUri(`generated/${name}`);
      expect(uri).not.toMatch(/[?#:\s]/);
      expect(decodeURIComponent(uri)).toBe(`generated/${name}`.toWellFormed());
    }),
    all,
  );
});

/** As GitHub's runner does: the percent sign last. */
function decoded(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}

/** A comment with names at every place that has some. */
function page(plain: readonly string[]): string {
  const [a = "", b = "", c = "", d = "", e = "", f = ""] = plain;
  return [
    `### Review: ${forMarkdown(a)}`,
    "",
    `1 changed from ${forMarkdownCode(b)} to ${forMarkdown(a)}.`,
    "",
    "| environment | worst |",
    "| --- | --- |",
    `| ${forMarkdown(c)} | x |`,
    "",
    `<details>\n<summary><b>${forMarkdownHtml(d)}</b>: 1</summary>`,
    "",
    `- ${forMarkdown(`${e}x`)}`,
    `- **routine** ${forMarkdown(e)}: ${forMarkdownCode(f)}`,
    "",
    ...forMarkdownFence("diff", [`+ ${f}`, `  ${e}`]).map((line) => `  ${line}`),
    "",
    "</details>",
    "",
  ].join("\n");
}
