const TONES = { praise: "good", essential: "bad", actionable: "warn", informative: "note" };
const PAUSE = 40; // ms without a keystroke before Python is asked
const HEADINGS = { impact: "Impact", timeline: "Timeline", whys: "Five whys", metric: "Input metric", actions: "Actions" };
const COLUMNS = { what: "What changes", owner: "Owner", date: "Day" };

function offer(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function render({ model, el: root }) {
  root.classList.add("ec");
  const id = uid("whys");
  let timer = null;
  let open = null; // the incident whose draft stands in the fields
  const inputs = new Map();

  const hand = () => {
    clearTimeout(timer);
    model.set("draft", Object.fromEntries([...inputs].map(([name, field]) => [name, field.value])));
    model.save_changes();
  };
  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(hand, PAUSE);
  };
  const field = (name, label, attributes = {}) => {
    const tall = attributes.rows;
    const node = el(tall ? "textarea" : "input", { class: tall ? "lines" : "line-field", type: tall ? null : "text", "aria-label": label, oninput: typed, ...attributes });
    inputs.set(name, node);
    return node;
  };
  const named = (part) => model.get("fields").filter((name) => name.split("-")[0] === part);
  const part = (name, ...fields) => el("fieldset", { class: "part-of" },
    el("legend", {}, HEADINGS[name]), el("p", { class: "soft" }, `${model.get("form")[name]}.`), ...fields);
  const actionRow = (n) => el("div", { class: "planned-action" }, ...Object.entries(COLUMNS).map(([column, label]) =>
    field(`actions-${n}-${column}`, `Action ${n + 1}: ${label}`, { placeholder: label })));

  const chosen = el("select", { id }, ...model.get("incidents").map(({ cause, asked }) => el("option", { value: cause }, asked)));
  chosen.addEventListener("change", () => {
    hand(); // what was typed last belongs to the incident that is left
    model.set("cause", chosen.value);
    model.save_changes();
  });
  const known = el("ul", { class: "known" });
  const notes = el("div", { class: "notes" });
  const metrics = el("ul", { class: "known" });
  const head = el("div", { class: "facts" });
  const rubric = el("div", {});
  const cards = el("div", { class: "cards", role: "group", "aria-label": "Findings; each leads to its field" });
  const more = el("p", { class: "soft" });
  const left = el("p", { class: "soft told" });
  const status = el("p", { class: "sr", role: "status" });
  const trouble = el("p", { class: "trouble", role: "alert" });
  const save = el("button", { type: "button", class: "second", onclick: () => offer(model.get("view").markdown, `${model.get("cause")}.md`) }, "Save as Markdown");

  root.append(
    el("h3", {}, "FiveWhys"),
    el("p", { class: "lede" }, "Choose an incident, read what the shop knows and what people say, and write it up. Counts are the shop's; owners and days are yours."),
    el("div", { class: "line" }, el("label", { for: id }, "Incident"), chosen),
    known,
    reveal("What people say", notes),
    reveal("Three metrics to choose from", metrics),
    el("div", { class: "two above" },
      el("div", {},
        part("impact", field("impact", "Impact", { rows: 3 })),
        part("timeline", field("timeline", "Timeline", { rows: 5 })),
        part("whys", ...named("whys").map((name, n) => el("div", { class: "numbered" }, el("span", { "aria-hidden": "true" }, `${n + 1}`), field(name, `Why ${n + 1}`)))),
        part("metric", field("metric", "Input metric", { rows: 3 })),
        part("actions", ...named("actions").filter((name) => name.endsWith("what")).map((_, n) => actionRow(n))),
        el("div", { class: "line" }, save)),
      el("div", {}, rubric, head, left, cards, more)),
    status, trouble);

  const select = (name) => {
    inputs.get(name)?.focus();
    inputs.get(name)?.scrollIntoView({ block: "nearest" });
  };

  const draw = () => {
    const view = model.get("view");
    if (view.cause !== open) { // another incident: its own draft
      open = view.cause;
      chosen.value = open;
      const draft = model.get("draft");
      for (const [name, node] of inputs) node.value = draft[name] ?? "";
      known.replaceChildren(...view.facts.map((it) => el("li", {}, it)));
      notes.replaceChildren(...view.notes.map(({ who, said }) => el("p", {}, el("span", { class: "word" }, who), " ", said)));
      metrics.replaceChildren(...view.metrics.map((it) => el("li", {}, it)));
    }
    head.replaceChildren(fact(`${view.score}`, "of 100, our threshold"), fact(view.verdict, "80 can be read out"));
    rubric.replaceChildren(levels(view.criteria));
    cards.replaceChildren(
      ...view.gates.map(({ message, cap }) => card({ tone: "bad", word: "Gate", title: message, why: `The score stays at or below ${cap}.` })),
      ...view.findings.map((it) => card({
        tone: TONES[it.severity], word: it.word, title: it.message, why: [it.quote, it.hint].filter(Boolean).join(" "),
        body: it.insert ? el("p", { class: "edit" }, "Add ", el("ins", {}, it.insert)) : null,
        onselect: () => select(it.field),
      })));
    more.textContent = view.more;
    left.textContent = view.left;
    save.disabled = !view.markdown.includes("## ");
    status.textContent = `${view.score} of 100, ${view.verdict}.`;
    trouble.textContent = model.get("trouble");
    root.dataset.drawn = `${Number(root.dataset.drawn || 0) + 1}`;
  };
  model.on("change:view", draw);
  model.on("change:trouble", draw);
  draw();
  return () => clearTimeout(timer);
}

export default { render };
