/**
 * What the page does: filtering, and the keys. Plain JavaScript, as a browser reads it; the tests run it in Chromium.
 * It reads texts and sets properties alone, and never makes HTML of anything.
 */
export const script = String.raw`
"use strict";
const form = document.querySelector("form");
const objects = [...document.querySelectorAll("details.object")];
const sections = [...document.querySelectorAll("section")];
const texts = new Map();
const textOf = (object) => {
  if (!texts.has(object)) texts.set(object, object.textContent.toLowerCase());
  return texts.get(object);
};
const shown = () => objects.filter((object) => !object.hidden);

function apply() {
  const asked = new FormData(form);
  const words = asked.get("text").toLowerCase().split(/\s+/).filter(Boolean);
  const [environment, kind, classes] = [asked.get("environment"), asked.get("kind"), asked.getAll("class")];
  for (const object of objects) {
    const { dataset } = object;
    const fits =
      classes.includes(dataset.class) &&
      (!kind || dataset.kind === kind) &&
      (!environment || dataset.in.split(" ").includes(environment)) &&
      words.every((word) => textOf(object).includes(word));
    object.hidden = !fits;
  }
  for (const section of sections) {
    const isBare = !section.querySelector("details.object");
    const isHere = !environment || section.dataset.in.split(" ").includes(environment);
    section.hidden = isBare ? !isHere || words.length > 0 : !section.querySelector("details.object:not([hidden])");
  }
  form.querySelector("output").textContent = shown().length + " of " + objects.length + " shown";
}

function go(by) {
  const all = shown();
  const here = all.indexOf(document.activeElement.closest("details.object"));
  const next = all[here === -1 ? 0 : Math.min(Math.max(here + by, 0), all.length - 1)];
  if (!next) return;
  next.querySelector("summary").focus();
  next.scrollIntoView({ block: "nearest" });
}

function onKey(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const search = form.elements.text;
  if (target === search) {
    if (key === "Enter") go(1);
    else if (key === "Escape" && search.value === "") search.blur();
    else if (key === "Escape") search.value = "";
    else return;
    apply();
  } else if (target.matches("select")) return;
  else if (key === "/") {
    search.focus();
    search.select();
  } else if (key === "j" || key === "k") go(key === "j" ? 1 : -1);
  else if (key === "Escape") {
    form.reset();
    apply();
  } else return;
  event.preventDefault();
}

if (form) {
  const button = form.querySelector("button");
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const isOpen = button.textContent === "Open all";
    for (const object of shown()) object.open = isOpen;
    button.textContent = isOpen ? "Close all" : "Open all";
  });
  document.addEventListener("keydown", onKey);
  apply();
}
`;
