/** How the page looks, by light and by dark. */
export const style = String.raw`
:root {
  color-scheme: light dark;
  --page: light-dark(#ffffff, #0f1419);
  --card: light-dark(#f6f8fa, #171d24);
  --text: light-dark(#1f2328, #dfe5ec);
  --dim: light-dark(#59636e, #93a0ad);
  --line: light-dark(#d1d9e0, #303a45);
  --link: light-dark(#0757ba, #6cb0ff);
  --old: light-dark(#fff0ee, #2f191b);
  --old-mark: light-dark(#ffc9c2, #7a2b2e);
  --new: light-dark(#e9f9ec, #14291c);
  --new-mark: light-dark(#aeeabb, #1f6135);
  --breaks: light-dark(#b3151f, #ff8080);
  --caution: light-dark(#8a5200, #f0b44c);
  --unclassified: light-dark(#6a3fb0, #c6a5ff);
  --routine: light-dark(#1a6b33, #69cf85);
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 90rem; padding: 0 1.25rem 4rem; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
h1 { margin: 1.25rem 0 0; font-size: 1.5rem; }
h2 { margin: 1.75rem 0 .5rem; font-size: 1.15rem; }
h2 small, .place, .effects, .keys, .origin, output { color: var(--dim); font-weight: normal; }
p { margin: .25rem 0 1rem; }
a { color: var(--link); }
code, pre, .fields td { font: 13px/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }

table { border-collapse: collapse; }
.wide { overflow-x: auto; }
.sums th, .sums td { padding: .25rem .75rem; border-bottom: 1px solid var(--line); text-align: right; font-weight: normal; font-variant-numeric: tabular-nums; }
.sums thead th { color: var(--dim); font-size: .85em; }
.sums th:first-child { text-align: left; padding-left: 0; }
.sums tbody th { font-weight: 600; }
.sums .zero { color: var(--dim); }

.badge { display: inline-block; padding: 0 .45em; border: 1px solid; border-radius: .3em; font: 600 12px/1.5 system-ui, sans-serif; white-space: nowrap; }
.badge.breaks { color: var(--breaks); }
.badge.caution { color: var(--caution); }
.badge.unclassified { color: var(--unclassified); }
.badge.routine { color: var(--routine); }

form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; position: sticky; top: 0; z-index: 1; margin-top: 1rem; padding: .6rem 0; background: var(--page); border-bottom: 1px solid var(--line); }
form label { display: inline-flex; gap: .35rem; align-items: center; white-space: nowrap; }
form .search { flex: 1 1 16rem; }
form .boxes { display: inline-flex; flex-wrap: wrap; gap: .25rem .75rem; }
form input[type=search] { flex: 1; min-width: 8rem; }
form input[type=search], select, button { padding: .3rem .5rem; border: 1px solid var(--line); border-radius: .35rem; background: var(--card); color: inherit; font: inherit; }
form input[type=checkbox] { margin: 0; }
button { cursor: pointer; }
.keys { margin: 0; font-size: .85em; }
.keys kbd:not(:first-child) { margin-left: .5em; }
kbd { padding: 0 .35em; border: 1px solid var(--line); border-radius: .25em; background: var(--card); font: 12px/1.5 ui-monospace, monospace; }

section { scroll-margin-top: 5rem; }
.object { margin: .5rem 0; border: 1px solid var(--line); border-left: 4px solid; border-radius: .4rem; background: var(--card); scroll-margin: 6rem 0 1rem; content-visibility: auto; contain-intrinsic-size: auto 2.5rem; }
.object.breaks { border-left-color: var(--breaks); }
.object.caution { border-left-color: var(--caution); }
.object.unclassified { border-left-color: var(--unclassified); }
.object.routine { border-left-color: var(--routine); }
.object:focus-within { border-color: var(--link); }
summary { padding: .45rem .75rem; cursor: pointer; overflow-wrap: anywhere; }
summary:focus-visible { outline-offset: -2px; border-radius: .3rem; }
summary .badge { margin: 0 .25rem; }
.op { font-size: .85em; }
.op.changed { display: none; }
.op.removed { color: var(--breaks); }
.op.added { color: var(--routine); }
.op.renamed { color: var(--caution); }
.effects::before { content: "· "; }
.place { margin: 0; padding: 0 .75rem .4rem 2rem; font-size: .9em; overflow-wrap: anywhere; }
ul { margin: 0; padding: 0 .75rem .6rem 2rem; list-style: none; overflow-wrap: anywhere; }
li { margin: .2rem 0; }
.members { padding: 0 .75rem .4rem 2rem; font-size: .9em; }
.members summary { padding: .1rem 0; color: var(--dim); }
.members ul { max-height: 20rem; overflow-y: auto; padding: .2rem 0 .2rem 1.25rem; }
.then { display: block; padding-left: 1.5rem; font-weight: 600; }

.fields { width: 100%; table-layout: fixed; border-top: 1px solid var(--line); background: var(--page); }
.fields thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.fields th { padding: .4rem .75rem .2rem; border-top: 1px solid var(--line); text-align: left; font-weight: normal; overflow-wrap: anywhere; }
.fields th code { font-weight: 600; }
.fields tr:first-child th { border-top: 0; }
.fields td { padding: .1rem .75rem; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
.fields td + td { border-left: 1px solid var(--line); }
.fields .note { color: var(--dim); font-style: italic; }
.old { background: var(--old); }
.new { background: var(--new); }
.none { background: var(--card); }
del, ins { text-decoration: none; }
del { background: var(--old-mark); }
ins { background: var(--new-mark); }
.fields td:first-child.note { padding-bottom: .4rem; }
.line::before { content: attr(data-line); display: inline-block; min-width: 2.5em; padding-right: 1em; color: var(--dim); text-align: right; user-select: none; }
.equal, .cut { padding: 0 .4em; border-radius: .3em; background: var(--card); color: var(--dim); font-size: .85em; }
.origin { font-size: .85em; }
pre { max-height: 28rem; overflow-y: auto; margin: 0; padding: .5rem .75rem; border-top: 1px solid var(--line); border-radius: 0 0 .35rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }

@media (max-width: 40rem) {
  body { padding: 0 .6rem 3rem; }
  form { position: static; }
  .keys { display: none; }
  .sums th, .sums td { padding: .25rem .4rem; }
}
@media print {
  form { display: none; }
  .object { break-inside: avoid; }
}
`;
