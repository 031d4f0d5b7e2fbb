import { stripVTControlCharacters } from "node:util";
import * as capacity from "@kit/capacity";
import * as checks from "@kit/check";
import * as images from "@kit/images";
import * as order from "@kit/order";
import * as rehearse from "@kit/rehearse";
import * as reviews from "@kit/review";
import {
  actingIn,
  commandsIn,
  elementsOf,
  hostileNames,
  namesTried,
  renderedMarkdown,
  withNames,
} from "@kit/testing/hostile";
import { forLog, forStream, forTerminal } from "@kit/text";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capacityOfNames, imagesOfNames, orderOfNames, rehearsalOfNames } from "./reports-with-names.ts";
import { comparisonOfNames, findingsOfNames, reviewOfNames, reviewOfValues } from "./reviews-with-names.ts";

// Ten names at a time.
const runs = { numRuns: Math.ceil(namesTried / 10) };
const names = hostileNames(10);
const none = { colours: false, commands: false };

/** Reports of the same data with names `name0` to `name9`, by what they are read as. */
const texts: Readonly<Record<string, (plain: readonly string[]) => string>> = {
  "check, text": (own) => checks.formatText(withNames(findingsOfNames, own), { notes: true }),
  "check, by object": (own) => checks.formatText(withNames(findingsOfNames, own), { notes: true, groupBy: "object" }),
  "check, by file": (own) => checks.formatText(withNames(findingsOfNames, own), { notes: true, groupBy: "file" }),
  "check, compact": (own) => checks.formatCompact(withNames(findingsOfNames, own), { notes: true }),
  "capacity, text": (own) => capacity.formatText(withNames(capacityOfNames, own)),
  "images, text": (own) => images.formatImages(...withNames(imagesOfNames.listed, own)),
  "images, changes": (own) => images.formatChanges(withNames(imagesOfNames.changes, own)),
  "order, text": (own) => order.formatText(own[0]!, withNames(orderOfNames, own)),
  "order, Mermaid": (own) => order.formatMermaid(own[0]!, withNames(orderOfNames, own)),
  "rehearse, text": (own) => rehearse.rehearsalsAsText([withNames(rehearsalOfNames, own)]),
  "verify, text": (own) => rehearse.formatVerdicts([withNames(verdict, own)]),
  "review, text": (own) => reviews.formatText(withNames(reviewOfNames, own), true),
  "review --envs, text": (own) => reviews.formatComparisonText(withNames(comparisonOfNames, own), true),
};

const markdowns: Readonly<Record<string, (plain: readonly string[]) => string>> = {
  review: (own) => reviews.formatMarkdown(withNames(reviewOfNames, own)),
  "review of values": (own) => reviews.formatMarkdown(reviewOfValues(own)),
  "review that finds nothing": (own) => reviews.formatMarkdown({ base: own[0]!, head: own[1]!, environments: [] }),
  "review --envs": (own) => reviews.formatComparisonMarkdown(withNames(comparisonOfNames, own)),
  capacity: (own) => capacity.formatMarkdown(withNames(capacityOfNames, own)),
  rehearse: (own) => rehearse.rehearsalsAsMarkdown([withNames(rehearsalOfNames, own)]),
};

const jsons: Readonly<Record<string, (plain: readonly string[]) => string>> = {
  "check, JSON": (own) => checks.formatJson(withNames(findingsOfNames, own)),
  "check, SARIF": (own) => checks.formatSarif(withNames(findingsOfNames, own), checks.registry),
  "review, JSON": (own) => reviews.formatJson(withNames(reviewOfNames, own)),
  "review of values, JSON": (own) => reviews.formatJson(reviewOfValues(own)),
  "review, SARIF": (own) => reviews.formatSarif(withNames(reviewOfNames, own)),
  "review --envs, JSON": (own) => reviews.formatComparisonJson(withNames(comparisonOfNames, own)),
  "capacity, JSON": (own) => capacity.formatJson(withNames(capacityOfNames, own)),
  "images, JSON": (own) => images.formatImagesJson(...withNames(imagesOfNames.listed, own)),
  "order, JSON": (own) => order.formatJson(own[0]!, withNames(orderOfNames, own)),
  "rehearse, JSON": (own) => rehearse.rehearsalsAsJson([withNames(rehearsalOfNames, own)]),
};

/** A name that takes as much room, in UTF-16 units, and breaks where the name does: wide lines go on in others. */
function alike(name: string, index: number): string {
  return forTerminal(name).replaceAll(/[^ ,:@/]/g, "abcdefghij"[index]!);
}

const harmless = Array.from({ length: 10 }, (_, index) => `name${index}`);
const verdict = {
  environment: "name0",
  objects: 1,
  refusals: [{ object: "Service name1", step: "create", message: "two\nlines", where: "name4", source: "name5" }],
} as unknown as rehearse.EnvironmentVerdict;

describe("of no name a terminal's text has another line, or anything that acts", () => {
  test.for(Object.entries(texts))("%s", ([, format]) => {
    expect(harmless.some((name) => format(harmless).includes(name))).toBe(true);
    fc.assert(
      fc.property(names, (own) => {
        const text = stripVTControlCharacters(format(own));
        expect(actingIn(text)).toEqual([]);
        expect(text.split("\n")).toHaveLength(format(own.map(alike)).split("\n").length);
        expect(commandsIn(forStream(text, none))).toEqual([]);
      }),
      runs,
    );
  });

  test("values of several lines stay below their object", () => {
    fc.assert(
      fc.property(names, (own) => {
        const shown = stripVTControlCharacters(reviews.formatText(reviewOfValues(own), true));
        const text = forStream(shown, none);
        expect(text).toBe(forLog(shown));
        expect(text.split("\n").filter((line) => /^ {0,3}FORGED/.test(line))).toEqual([]);
        expect(commandsIn(text)).toEqual([]);
      }),
      runs,
    );
  });
});

describe("of no name Markdown is a heading, a link, a picture, HTML or a mention that it is not of others", () => {
  test.for(Object.entries(markdowns))("%s", ([, format]) => {
    const expected = elementsOf(renderedMarkdown(format(harmless)));
    expect(expected.links).toEqual([]);
    fc.assert(
      fc.property(names, (own) => {
        const text = format(own);
        expect(elementsOf(renderedMarkdown(text))).toEqual(expected);
        expect(actingIn(text.replaceAll("\t", ""))).toEqual([]);
        expect(commandsIn(text)).toEqual([]);
      }),
      runs,
    );
  });
});

describe("HTML has no element, no attribute and no script of a name", () => {
  test("of a review", () => {
    const expected = elementsOf(htmlWith(harmless), false).elements;
    fc.assert(
      fc.property(names, (own) => {
        const text = htmlWith(own);
        expect(elementsOf(text, false).elements).toEqual(expected);
        expect(commandsIn(text)).toEqual([]);
      }),
      runs,
    );
  });
});

describe("JSON says the same to a program, and shows nothing that acts", () => {
  test.for(Object.entries(jsons))("%s", ([name, format]) => {
    const isOfValues = format === jsons["review of values, JSON"];
    const expected = shapeOf(isOfValues ? undefined : JSON.parse(format(harmless)));
    fc.assert(
      fc.property(names, (own) => {
        const text = format(own);
        const read: unknown = JSON.parse(text);
        // Of values it depends on them how they are compared.
        expect(shapeOf(isOfValues ? undefined : read)).toEqual(expected);
        expect(actingIn(text)).toEqual([]);
        expect(commandsIn(text)).toEqual([]);
        expect(name.endsWith("SARIF") ? wrongIn(read as Log) : []).toEqual([]);
      }),
      runs,
    );
  });
});

test("an annotation is one line, of the file and the check that it is about", () => {
  const expected = headsOf(annotationsWith(harmless));
  fc.assert(
    fc.property(names, (own) => {
      const text = annotationsWith(own);
      expect(actingIn(text)).toEqual([]);
      expect(headsOf(text)).toEqual(expected);
    }),
    runs,
  );
});

function htmlWith(own: readonly string[]): string {
  return reviews.formatHtml(withNames(reviewOfNames, own));
}

function annotationsWith(own: readonly string[]): string {
  return checks.formatGithub(withNames(findingsOfNames, own));
}

/** The command and the names of the properties of each line; undefined for a line that is not a command. */
function headsOf(text: string): (string | undefined)[] {
  return text.split("\n").map((line) => line.split("::")[1]?.replaceAll(/=[^,]*/g, "="));
}

/** Which kinds of values stand where, without names and texts. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.values(value).map(shapeOf);
}

interface Log {
  readonly runs: readonly {
    readonly results: readonly {
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
    }[];
  }[];
}

/** Messages with links, and addresses of files that are not relative paths. */
function wrongIn({ runs: all }: Log): string[] {
  const results = all.flatMap((run) => run.results);
  const links = results.map(({ message }) => message.text).filter((text) => /(?<!\\)\]\(/.test(text));
  const uris = results.flatMap(({ locations }) =>
    locations.map(({ physicalLocation: { artifactLocation } }) => artifactLocation.uri),
  );
  return [...links, ...uris.filter((uri) => URL.canParse(uri) || /[?#\s]/.test(uri))];
}
