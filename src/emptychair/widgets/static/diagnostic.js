// A scale from 1 to 5: ours as a band of one level, the learner's as a mark on it. The words beside it say the same.
function scale({ said, ours }) {
  const place = (level) => (level - 1) * 25;
  const low = Math.max(place(ours - 0.5), 0);
  const high = Math.min(place(ours + 0.5), 100);
  return el("div", { class: "scale soft", "aria-hidden": "true" }, "1",
    el("span", { class: "track" },
      el("i", { class: "goal", style: `left:${low}%;width:${high - low}%` }),
      el("i", { class: "here", style: `left:min(${place(said)}%, 100% - 3px)` })),
    "5");
}

function render({ model, el: root }) {
  root.classList.add("ec");
  const tabs = el("nav", { class: "tabs", "aria-label": "Parts" });
  const body = el("div", {});
  const line = el("div", {});
  const trouble = el("p", { class: "trouble", role: "alert" });
  root.append(el("h3", {}, "Diagnostic"), tabs, body, line, trouble);

  const parts = () => model.get("view").parts;
  const chosen = (part) => model.get("said")[part.key] || {};
  const firstOpen = (part) => Math.max(part.items.findIndex(({ name }) => !(name in chosen(part))), 0);
  const at = parts().map(firstOpen);
  let open = Math.max(parts().findIndex((part) => !part.told), 0);
  let asked = 0;

  const go = (part, item) => {
    open = part;
    at[part] = item;
    drawBody();
    drawRest();
    body.querySelector("[tabindex]").focus(); // the button is gone; the next text is what comes now
  };

  const choose = (part, value) => {
    const { key, items } = part;
    const said = model.get("said");
    const item = at[open];
    asked = performance.now();
    model.set("said", { ...said, [key]: { ...said[key], [items[item].name]: value } });
    model.save_changes();
    const next = item + 1 < items.length ? item + 1 : items.findIndex(({ name }) => !(name in chosen(part)));
    if (next >= 0) go(open, next);
  };

  const ask = (part) => {
    const item = part.items[at[open]];
    const last = at[open] + 1 === part.items.length;
    const before = part.values.indexOf(chosen(part)[item.name]);
    const list = choiceList({ legend: part.legend, choices: part.choices, chosen: before < 0 ? null : before });
    const next = el("button", { type: "button", class: "primary", disabled: before < 0, onclick: () => choose(part, part.values[list.value()]) },
      last ? "Compare with ours" : "Next");
    const back = at[open] ? el("button", { type: "button", class: "second", onclick: () => go(open, at[open] - 1) }, "Back") : null;
    list.node.addEventListener("input", () => { next.disabled = false; });
    const place = `${at[open] + 1} of ${part.items.length}${item.head ? `, ${item.head}` : ""}`;
    return el("div", { class: "two" },
      exhibit({ place, head: item.question, text: item.text }),
      el("div", {}, list.node, el("div", { class: "line" }, next, back)));
  };

  const tell = ({ told }) => el("div", { class: "told-all", tabindex: "-1" },
    el("div", { class: "facts" }, ...told.facts.map(([value, label]) => fact(value, label))),
    el("p", { class: "told" }, told.summary),
    el("div", { class: "cards pairs" }, ...told.rows.map((row) => card({
      tone: row.near ? "good" : "warn", word: row.word, title: row.title,
      why: row.why.join(" "), body: row.ours ? scale(row) : null,
    }))));

  const handIn = (text) => {
    const id = uid("line");
    const field = el("textarea", { id, class: "copy", rows: 2, readonly: true, onfocus: () => field.select() }, text);
    return [el("label", { class: "lede above", for: id }, "Your choices on one line, to copy into the assignment:"), field];
  };

  const drawBody = () => {
    const part = parts()[open];
    body.replaceChildren(part.told ? tell(part) : ask(part));
  };

  const drawRest = () => {
    const view = model.get("view");
    tabs.replaceChildren(...view.parts.map((part, i) =>
      el("button", { type: "button", "aria-pressed": `${i === open}`, onclick: () => go(i, at[i]) },
        part.title, " ", el("span", { class: "soft" }, part.told ? "compared" : `${part.done} of ${part.items.length}`))));
    line.replaceChildren(...(view.line ? handIn(view.line) : []));
    trouble.textContent = model.get("trouble");
  };

  model.on("change:view", () => {
    if (asked) root.dataset.milliseconds = `${Math.round(performance.now() - asked)}`; // from asking Python to here
    const focused = root.contains(document.activeElement);
    drawRest();
    if (!parts()[open].told || body.querySelector(".told-all")) return; // what is being chosen now stays on the page
    drawBody();
    if (focused) body.querySelector(".told-all").focus();
  });
  model.on("change:trouble", drawRest);
  drawBody();
  drawRest();
}

export default { render };
