// JupyterLab would take arrow keys and Enter for itself, to move between cells and to edit them, wherever nobody types text.
// The attribute tells Lumino to leave them alone; it must be on the very element that has the focus.
function takesKeys(tag, { type, tabindex }) {
  return ["button", "select", "a", "audio"].includes(tag) || ["radio", "checkbox", "range", "file"].includes(type) || tabindex !== undefined;
}

// Shared by every widget: build nodes, not HTML strings, so that a learner's text is never markup.
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  if (takesKeys(tag, attributes)) node.setAttribute("data-lm-suppress-shortcuts", "true");
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

// Python counts code points, JavaScript counts UTF-16 units: a place after an emoji differs.
function codeUnits(text, codePoints) {
  if (!/[\ud800-\udfff]/.test(text)) return codePoints;
  let units = 0;
  for (const point of text) {
    if (codePoints-- <= 0) break;
    units += point.length;
  }
  return units;
}

// Counted for the whole page: every widget has its own copy of this code, and radio groups of one name would be one group.
function uid(name) {
  globalThis.emptyChairSerial = (globalThis.emptyChairSerial || 0) + 1;
  return `ec-${name}-${globalThis.emptyChairSerial}`;
}

function card({ tone, word, title, why, body, onselect }) {
  const head = el("p", { class: "what" }, el("span", { class: "word" }, word), " ", title);
  const inner = [head, why ? el("p", { class: "why" }, why) : null, body];
  return onselect
    ? el("button", { type: "button", class: `card ${tone}`, onclick: onselect }, ...inner)
    : el("div", { class: `card ${tone}` }, ...inner);
}

// What answers a bet waits for the bet.
function betToCome(question) {
  return el("p", { class: "soft" }, `Opens once you have committed to an answer above: ${question}`);
}

function levels(rows) {
  return el(
    "ul",
    { class: "levels", "aria-label": "Level of each part" },
    ...rows.map(({ title, level, top, next }) =>
      el(
        "li",
        { title: next || null },
        el("span", {}, title),
        el("span", { class: "pips", "aria-hidden": "true" }, ...Array.from({ length: top }, (_, i) => el("i", { class: i < level ? "on" : null }))),
        el("span", { class: "number" }, `${level}`, el("span", { class: "sr" }, ` of ${top}`)),
      ),
    ),
  );
}

// A number that stands for itself, and what it counts.
function fact(value, label) {
  return el("div", {}, el("b", {}, value), label);
}

// One of several: a radio group, so that arrow keys work and screen readers count.
function choiceList({ legend, choices, chosen = null }) {
  const name = uid("choice");
  const group = el("fieldset", { class: "choices" }, el("legend", {}, legend),
    ...choices.map((choice, i) =>
      el("label", {}, el("input", { type: "radio", name, value: `${i}`, checked: i === chosen }), el("span", {}, choice))));
  return {
    node: group,
    value: () => {
      const found = group.querySelector("input:checked");
      return found ? Number(found.value) : null;
    },
  };
}

// A number: a slider for the hand and a field for the keyboard, always equal.
function dial({ label, unit, low, high, start, step }) {
  const id = uid("dial");
  const range = { min: `${low}`, max: `${high}`, step: `${step}`, value: `${start}` };
  const slider = el("input", { type: "range", "aria-label": unit ? `${label} (${unit})` : label, ...range });
  const field = el("input", { id, type: "number", ...range });
  const allowed = () => field.value !== "" && field.valueAsNumber >= low && field.valueAsNumber <= high;
  slider.addEventListener("input", () => { field.value = slider.value; });
  field.addEventListener("input", () => { if (allowed()) slider.value = field.value; });
  return {
    node: el("div", { class: "dial" }, el("label", { class: "lede", for: id }, label),
      el("div", { class: "line" }, slider, field, el("span", { class: "soft" }, `${unit} (${low} to ${high})`.trim()))),
    value: () => (allowed() ? field.valueAsNumber : null),
  };
}

// Something that is told only when it is asked for; the browser's own element, so that keys and screen readers know it.
function reveal(summary, ...told) {
  const head = el("summary", { tabindex: "0" }, summary);
  return el("details", { class: "reveal" }, head, ...told);
}

// What is to be judged: where one is, what was asked, what somebody said.
function exhibit({ place, head, text }) {
  return el("div", { class: "exhibit", tabindex: "-1" },
    el("p", { class: "word" }, place), el("p", { class: "asked" }, head), el("blockquote", {}, ...[text].flat()));
}

// How far one has come: in words, with a bar for the eye.
function progress({ done, total, label }) {
  return el("p", { class: "progress" },
    el("span", { class: "soft" }, `${label}: ${done} of ${total}`),
    el("span", { class: "track", "aria-hidden": "true" }, el("i", { class: "here-to", style: `width:${total ? (100 * done) / total : 0}%` })));
}
