import fc from "fast-check";

/** What would act somewhere, if it were not taken for data. */
const fragments = [
  // Terminals: colours, titles, the cursor, hidden text, eight-bit controls.
  ..."\u001B[31m|\u001B[1m|\u001B[2J|\u001B[8m|\u001B]0;TITLE\u0007|\u001B]8;;http://evil.example\u001B\\|\u001B(0".split(
    "|",
  ),
  ..."\u0000 \u0007 \b \v \f \u007F \u0085 \u009B31m \u009D0;TITLE\u009C".split(" "),
  // Direction marks, what has no width, halves of pairs, marks outside of the first plane.
  ..."\u202A \u202E \u2066 \u2069 \u200E \u061C \u200B \u200D \u2060 \uFEFF \u00AD \u115F \u3164 \uFE0F".split(" "),
  ..."\uD800 \uDC00 \u{E0001} \u{E0061} \u{1D173}".split(" "),
  // Lines.
  ..."\n|\r|\r\n|\n\n|\u2028|\u2029|\t|\n    |\n\nFORGED".split("|"),
  // Runners of CI.
  ..."::error::FORGED|::add-mask::e|::stop-commands::x|::set-output name=a::b|::error file=a,line=1::FORGED".split("|"),
  ..."##[error]FORGED|##[add-mask]x|##vso[task.setvariable]x|##teamcity[x]|,line=9|%0A::error::x|%0D|%3A".split("|"),
  // Markdown.
  ..."# FORGED|## x|=====|-----|***|- |* |+ |1. |1) |> |> [!CAUTION]|```|````|~~~|`|``|\\|\\`|\\\\|    x".split("|"),
  ..."[x](http://evil.example)~![x](/x.png)~[x]: /y~[^1]~[^1]: y~[ ] ~[x][y]~<http://evil.example>~**b**~__b__~~s~~~$x$~$$".split(
    "~",
  ),
  ..."| a | b |~|~| --- |~&lt;~&#64;octocat~&commat;octocat~\\[~  ".split("~"),
  // What GitHub links by itself.
  ..."www.evil.example|WWW.evil.example|http://evil.example|https://evil.example/a|ftp://x.y|a@b.example|http:/evil".split(
    "|",
  ),
  ..."mailto:a@b.example|xmpp:a@b.example|@octocat|@org/team|#1|GH-1|gh-12|octo/repo#1|octo/repo@0123abc|:warning:|:+1:".split(
    "|",
  ),
  ..."0123456|deadbeef|da39a3ee5e6b4b0d3255bfef95601890afd80709".split("|"),
  // HTML.
  ..."<b>|</b>|</summary>|</details>|<details>|<!--|-->|<script>alert(1)</script>|<img src=x onerror=alert(1)>".split(
    "|",
  ),
  ..."<a href='x'>|</pre>|</code>|</td>|\"|'|\" onload=\"|<![CDATA[|]]>|<?|<svg/onload=x>|&|<|>".split("|"),
  // Mermaid, YAML, JSON, URIs, diffs.
  ...'"]~"|~ --> x~end~%%{init: {}}%%~#quot;~#35;~click a~---~---\n~: ~ #~{a: b}~&a *a~!!js~null~true~${x}~#{x}~{0}~}}'.split(
    "~",
  ),
  ..."javascript:x|file:///x|//evil.example/|?a=b|#f|%2e%2e|../..|\n+++ b/x|\n--- a/x|\n@@ -1 +1 @@|\ndiff --git".split(
    "|",
  ),
];

/** A name or value that tries to be more than text: fragments that act somewhere among random text. Never empty. */
export const hostileName: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...fragments) },
      { weight: 2, arbitrary: fc.constantFrom("a", "x1", " ", "web", "/", ".", "é", "日本") },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(""))
  .filter((name) => name !== "");

/** Several of them, for one document. */
export function hostileNames(count: number): fc.Arbitrary<string[]> {
  // Two things of one name are one thing in a report, and it has a line fewer.
  return fc.uniqueArray(hostileName, { minLength: count, maxLength: count });
}

/** How many names a property tries: few in the gate, all under LONG=1. */
export const namesTried = process.env["LONG"] === "1" ? 10_000 : 400;
