import { Graphviz } from "@hpcc-js/wasm-graphviz";

/**
 * What graphviz draws of a text in its language, as SVG. Its colours are those of whoever looks: light or dark.
 *
 * graphviz writes texts of others as XML escapes them.
 */
export async function svgOf(dot: string): Promise<string> {
  const graphviz = await Graphviz.load();
  const svg = graphviz.layout(dot, "svg", "dot");
  const start = svg.indexOf("<svg");
  const end = svg.indexOf(">", start) + 1;
  return `${svg.slice(start, end)}\n<style>${style}</style>${svg.slice(end)}`;
}

const style = `
:root{--paper:#fff;--ink:#1f2328;--line:#59636e;--workload:#ddf4ff;--service:#dafbe1;--config:#fff8c5;--bad:#d1242f}
@media (prefers-color-scheme:dark){:root{--paper:#0d1117;--ink:#e6edf3;--line:#8b949e;--workload:#12314f;--service:#12361f;--config:#3b3205;--bad:#ff7b72}}
.graph>polygon{fill:var(--paper);stroke:none}
text{fill:var(--ink)}
.node>*:not(text,title){fill:var(--paper);stroke:var(--line)}
.node>text{fill:var(--ink)}
.workload>*:not(text,title){fill:var(--workload)}
.service>*:not(text,title){fill:var(--service)}
.config>*:not(text,title){fill:var(--config)}
.missing>*:not(text,title){stroke:var(--bad);stroke-width:2}
.edge>path{stroke:var(--line)}
.edge>polygon{stroke:var(--line);fill:var(--line)}
`;
