import { forTerminalLines } from "@kit/text";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { describe, expect, test } from "vitest";
import { formatHtml, review, type Document, type Review } from "../src/index.ts";
import { markup } from "../src/report/html/markup.ts";
import { add, compare, remove, replace, reviewOf } from "./edits.ts";

const overlay = { file: "overlays/prod/kustomization.yaml", changed: false, images: ["shop-api"] };

test("has what changed side by side, its reasons and what comes of it", () => {
  const edits = [
    replace("18-deployment-backend.yaml", "shop-api:1.0.0", "shop-api:1.1.0"),
    remove("21-poddisruptionbudget-backend-pdb.yaml"),
    replace("18-deployment-web.yaml", "replicas: 2", "replicas: 1"),
    add("new.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: new\nstringData:\n  KEY: one\n"),
  ];
  expect(bodyOf(formatHtml(reviewOf("prod", edits, overlay)))).toMatchInlineSnapshot(`
    "<h1>Review: 1 caution, 1 unclassified, 2 routine</h1>
    <p>1 added, 2 changed, 1 removed from <code>main</code> to <code>the working tree</code></p>
    <div class="wide"><table class="sums">
    <thead><tr><th scope="col">environment</th><th scope="col"><span class="badge breaks">breaks</span></th><th scope="col"><span class="badge caution">caution</span></th><th scope="col"><span class="badge unclassified">unclassified</span></th><th scope="col"><span class="badge routine">routine</span></th><th scope="col">added</th><th scope="col">changed</th><th scope="col">removed</th><th scope="col">renamed</th></tr></thead>
    <tbody>
    <tr><th scope="row"><a href="#s0">prod</a></th><td class="zero">0</td><td>1</td><td>1</td><td>2</td><td>1</td><td>2</td><td>1</td><td class="zero">0</td></tr>
    </tbody>
    </table>
    </div>
    <form hidden>
    <label class="search">Filter <input type="search" name="text" placeholder="name, path, value or reason" autocomplete="off" spellcheck="false"></label>
    <label>kind <select name="kind"><option value="">all</option><option value="Deployment">Deployment</option><option value="PodDisruptionBudget">PodDisruptionBudget</option><option value="Secret">Secret</option></select></label>
    <span class="boxes">
    <label><input type="checkbox" name="class" value="caution" checked> <span class="badge caution">caution</span> 1</label>
    <label><input type="checkbox" name="class" value="unclassified" checked> <span class="badge unclassified">unclassified</span> 1</label>
    <label><input type="checkbox" name="class" value="routine" checked> <span class="badge routine">routine</span> 2</label>
    </span>
    <button type="button">Open all</button>
    <output></output>
    <p class="keys"><kbd>/</kbd> filter <kbd>j</kbd> <kbd>k</kbd> next and previous <kbd>Enter</kbd> open and close <kbd>Esc</kbd> show all</p>
    </form>
    <main>
    <section id="s0" data-in="e0">
    <h2>prod <small>1 added, 2 changed, 1 removed</small></h2>
    <details class="object caution" data-class="caution" data-kind="Deployment" data-in="e0" open>
    <summary><span class="badge caution">caution</span> <span class="title">Deployment <b>shop/web</b></span> <span class="op changed">changed</span> <span class="effects">the replicas go down from 2 to 1 → stops 1 pod of web</span></summary>
    <p class="place"><code>18-deployment-web.yaml</code>, by overlays/prod/kustomization.yaml</p>
    <ul>
    <li><span class="badge caution">caution</span> <code title="docs/risks/replicas-lowered.md">replicas-lowered</code> the replicas go down from 2 to 1<span class="then">→ stops 1 pod of web</span></li>
    </ul>
    <table class="fields">
    <thead><tr><th scope="col">before</th><th scope="col">after</th></tr></thead>
    <tbody>
    <tr><th colspan="2" scope="colgroup"><code>spec.replicas</code></th></tr>
    <tr><td class="old"><del>2</del></td><td class="new"><ins>1</ins></td></tr>
    </tbody>
    </table>
    </details>
    <details class="object unclassified" data-class="unclassified" data-kind="PodDisruptionBudget" data-in="e0" open>
    <summary><span class="badge unclassified">unclassified</span> <span class="title">PodDisruptionBudget <b>shop/backend-pdb</b></span> <span class="op removed">removed</span> <span class="effects">restarts nothing</span></summary>
    <p class="place"><code>21-poddisruptionbudget-backend-pdb.yaml</code>, by overlays/prod/kustomization.yaml</p>
    <pre class="old" tabindex="0">apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata:
      labels:
        app: backend
        tier: api
      name: backend-pdb
      namespace: shop
    spec:
      maxUnavailable: 1
      selector:
        matchLabels:
          app: backend
      unhealthyPodEvictionPolicy: AlwaysAllow</pre>
    </details>
    <details class="object routine" data-class="routine" data-kind="Secret" data-in="e0">
    <summary><span class="badge routine">routine</span> <span class="title">Secret <b>new</b></span> <span class="op added">added</span> <span class="effects">nothing that is there changes → restarts nothing</span></summary>
    <p class="place"><code>new.yaml</code>, by overlays/prod/kustomization.yaml</p>
    <ul>
    <li><span class="badge routine">routine</span> <code title="docs/risks/added-object.md">added-object</code> nothing that is there changes<span class="then">→ restarts nothing</span></li>
    </ul>
    <pre class="new" tabindex="0">apiVersion: v1
    kind: Secret
    metadata:
      name: new
    stringData:
      KEY: &#39;***&#39;</pre>
    </details>
    <details class="object routine" data-class="routine" data-kind="Deployment" data-in="e0">
    <summary><span class="badge routine">routine</span> <span class="title">Deployment <b>shop/backend</b></span> <span class="op changed">changed</span> <span class="effects">backend runs 1.1.0 instead of 1.0.0 → rolls 2 pods of backend</span></summary>
    <p class="place"><code>18-deployment-backend.yaml</code>, by overlays/prod/kustomization.yaml</p>
    <ul>
    <li><span class="badge routine">routine</span> <code title="docs/risks/image-tag.md">image-tag</code> backend runs 1.1.0 instead of 1.0.0<span class="then">→ rolls 2 pods of backend</span></li>
    </ul>
    <table class="fields">
    <thead><tr><th scope="col">before</th><th scope="col">after</th></tr></thead>
    <tbody>
    <tr><th colspan="2" scope="colgroup"><code>spec.template.spec.containers[name=backend].image</code></th></tr>
    <tr><td class="old">shop-api:1.<del>0</del>.0</td><td class="new">shop-api:1.<ins>1</ins>.0</td></tr>
    </tbody>
    </table>
    </details>
    </section>
    </main>
    "
  `);
});

test("says that nothing changes", () => {
  expect(bodyOf(formatHtml(reviewOf("prod", [])))).toMatchInlineSnapshot(`
    "<h1>Review: nothing changes</h1>
    <p>nothing changes from main to the working tree</p>
    "
  `);
});

describe("inside of a text", () => {
  test("fields", () => {
    expect(rowsOf("retries: 3\ntimeout: 5s\n", "timeout: 9s\nretries: 3\n")).toMatchInlineSnapshot(`
      "<tr><th colspan="2" scope="colgroup"><code>data.key › timeout</code></th></tr>
      <tr><td class="old"><del>5s</del></td><td class="new"><ins>9s</ins></td></tr>
      "
    `);
  });

  test("only its form", () => {
    expect(rowsOf("retries: 3\ntimeout: 5s\n", "timeout: 5s\nretries: 3\n")).toMatchInlineSnapshot(`
      "<tr><th colspan="2" scope="colgroup"><code>data.key</code></th></tr>
      <tr><td colspan="2" class="note">only its form differs: comments, order, white space</td></tr>
      "
    `);
  });

  test("lines", () => {
    expect(rowsOf("same <1>\nold & one\nold two", "same <1>\nnew & one\nold two\nthree")).toMatchInlineSnapshot(`
      "<tr><th colspan="2" scope="colgroup"><code>data.key</code></th></tr>
      <tr><td class="line" data-line="1">same &#60;1&#62;</td><td class="line" data-line="1">same &#60;1&#62;</td></tr>
      <tr><td class="line old" data-line="2"><del>old</del> &#38; one</td><td class="line new" data-line="2"><ins>new</ins> &#38; one</td></tr>
      <tr><td class="line old" data-line="3">old two <span class="cut">no line break</span></td><td class="line new" data-line="3">old two</td></tr>
      <tr><td class="none"></td><td class="line new" data-line="4">three <span class="cut">no line break</span></td></tr>
      "
    `);
  });

  test("words", () => {
    expect(rowsOf(`${"word ".repeat(20)}old end`, `${"word ".repeat(20)}new end`)).toMatchInlineSnapshot(`
      "<tr><th colspan="2" scope="colgroup"><code>data.key</code></th></tr>
      <tr><td class="old">word word word word word word word word word word word word word word word word word word word word <del>old</del> end</td><td class="new">word word word word word word word word word word word word word word word word word word word word <ins>new</ins> end</td></tr>
      "
    `);
  });

  test("a short value, of which specks are not said to be the same", () => {
    expect(rowsOf("registry/shop:1.2.3", "registry/shop:1.3.0")).toMatchInlineSnapshot(`
      "<tr><th colspan="2" scope="colgroup"><code>data.key</code></th></tr>
      <tr><td class="old">registry/shop:1.<del>2.</del><del>3</del></td><td class="new">registry/shop:1.<ins>3</ins><ins>.0</ins></td></tr>
      "
    `);
  });

  test("a moved item", () => {
    expect(rowsOf('{"hosts": ["a", "b"]}', '{"hosts": ["b", "a"]}')).toMatchInlineSnapshot(`
      "<tr><th colspan="2" scope="colgroup"><code>data.key › hosts[1]</code></th></tr>
      <tr><td colspan="2" class="note">moved from 0 to 1</td></tr>
      "
    `);
  });
});

test("lets nothing run but its own script and style", () => {
  const page = formatHtml(compare(configMap("key", "a"), configMap("key", "b")));
  const [script, style] = ["script", "style"].map((name) => {
    const text = new RegExp(`<${name}>([^]*)</${name}>`).exec(page)![1]!;
    return createHash("sha256").update(text).digest("base64");
  });
  expect(/Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]).toBe(
    `default-src 'none'; script-src 'sha256-${script}'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'`,
  );
});

describe("no value breaks out of its text", () => {
  const part = fc.constantFrom(
    "<",
    ">",
    "&",
    '"',
    "'",
    "`",
    "=",
    "/",
    "-",
    "!",
    "x",
    " ",
    "\n",
    "\t",
    "\0",
    "\u2028",
    "\u202e",
    "${",
    "&lt;",
    "</td>",
    "</code>",
    "</pre>",
    "</script>",
    "<script>",
    "<!--",
    "-->",
    "<x-out a=b>",
    '" onload="',
    "]]>",
    "é",
  );
  const text = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));

  test("of an element, or of an attribute", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: "binary" })), (value) => {
        const page = parse(markup`<p title="${value}">${value}</p>`.text);
        const [, , , paragraph, ...others] = elementsOf(page);
        expect(others).toEqual([]);
        expect(paragraph!.attrs).toEqual([{ name: "title", value: forTerminalLines(value) }]);
        expect(textOf(page)).toBe(forTerminalLines(value));
      }),
      { numRuns: 500 },
    );
  });

  test("wherever in a review it is", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 8, maxLength: 8 }), (texts) => {
        const one = reviewWith(texts);
        const page = elementsOf(parse(formatHtml(one)));
        const names = page.map(({ tagName }) => tagName);
        expect(names.filter((name) => !elements.has(name))).toEqual([]);
        expect(
          page.flatMap(({ attrs }) => attrs.map(({ name }) => name)).filter((name) => !attributes.has(name)),
        ).toEqual([]);
        expect(names.filter((name) => name === "script" || name === "style")).toEqual(["style", "script"]);
        const kinds = page.flatMap((element) => attribute(element, "data-kind") ?? []);
        const changes = one.environments.flatMap((own) => own.changes);
        expect([...new Set(kinds)].toSorted()).toEqual(
          [...new Set(changes.map(({ id }) => forTerminalLines(id.kind)))].toSorted(),
        );
      }),
      { numRuns: 200 },
    );
  });
});

test("1,000 objects are a page of some megabytes at most", () => {
  const sides = [{ environment: "prod", before: podsOf("1.0.0"), after: podsOf("1.1.0"), overlay: undefined }];
  expect(formatHtml(review({ base: "a", head: "b", sides })).length).toBeLessThan(2_000_000);
});

const elements = new Set(
  (
    "html head meta title style body h1 h2 small p code div table thead tbody tr th td a b del ins span form label " +
    "input select option button output kbd main section details summary ul li pre script"
  ).split(" "),
);
const attributes = new Set(
  (
    "lang charset http-equiv content name class scope href hidden type placeholder autocomplete spellcheck value " +
    "checked id data-class data-in data-kind data-line open title tabindex colspan"
  ).split(" "),
);

function rowsOf(before: string, after: string): string | undefined {
  const page = formatHtml(compare(configMap("key", before), configMap("key", after)));
  return /<tbody>\n(<tr><th colspan[^]*)<\/tbody>/.exec(page)?.[1];
}

function bodyOf(page: string): string {
  return /<body>\n([^]*)<script>/.exec(page)![1]!;
}

/** A review with texts at every place that takes one. */
function reviewWith([
  name = "",
  key = "",
  before = "",
  after = "",
  environment,
  where = "",
  file = "",
  ref = "",
]: readonly string[]): Review {
  const documents = (value: string) => [
    { where, text: configMap(key, value, name), source: { file, changed: true } },
    { where, text: serviceOf(name, value), source: { file, changed: true } },
  ];
  const added = {
    where,
    text: JSON.stringify({ apiVersion: "x.y/v1", kind: name, metadata: { name, namespace: key }, [key]: after }),
  };
  const sides = {
    environment,
    before: documents(`${before}1`),
    after: [...documents(`${after}2`), added],
    overlay: undefined,
  };
  return review({ base: ref, head: ref, sides: [sides, { ...sides, environment: `${environment}2` }] });
}

function configMap(key: string, value: string, name = "app"): string {
  return JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name }, data: { [key]: value } });
}

function serviceOf(name: string, value: string): string {
  return JSON.stringify({ apiVersion: "v1", kind: "Service", metadata: { name }, spec: { externalName: value } });
}

function podsOf(tag: string): Document[] {
  return Array.from({ length: 1000 }, (_, at) => {
    const spec = { containers: [{ name: "web", image: `shop:${tag}` }] };
    return {
      where: `${at}.yaml`,
      text: JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: `p${at}` }, spec }),
    };
  });
}

function elementsOf(node: Tree.Node): Tree.Element[] {
  const own = "tagName" in node ? [node] : [];
  const children = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  return [...own, ...children];
}

function textOf(node: Tree.Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}
