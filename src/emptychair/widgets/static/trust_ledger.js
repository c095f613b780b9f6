function render({ model, el: root }) {
  root.classList.add("ec");
  const id = uid("ledger");
  const titles = model.get("choices");
  const what = el("select", { id: `${id}-what` }, ...titles.map(({ name, title }) => el("option", { value: name }, title)));
  const when = el("input", { id: `${id}-when`, type: "number", min: "1", max: `${model.get("orders")}`, step: "1", value: "20" });
  const about = el("p", { class: "soft", id: `${id}-about` });
  what.setAttribute("aria-describedby", about.id);
  const full = () => model.get("events").length >= model.get("most");
  const order = (field) => (Number.isInteger(field.valueAsNumber) && field.validity.valid ? field.valueAsNumber : null);
  const schedule = (events) => {
    model.set("events", events.sort((a, b) => a[0] - b[0]));
    model.save_changes();
  };
  const add = el("button", { type: "button", class: "primary", onclick: () => schedule([...model.get("events"), [order(when), what.value]]) }, "Schedule it");
  const tell = () => {
    about.textContent = titles.find(({ name }) => name === what.value).said;
    add.disabled = full() || order(when) === null;
  };
  what.addEventListener("input", tell);
  when.addEventListener("input", tell);
  const list = el("ol", { class: "entries", "aria-label": "What is scheduled" });
  const facts = el("div", { class: "facts" });
  const back = el("p", { class: "told", role: "status" });
  const trouble = el("p", { class: "trouble", role: "alert" });
  const shown = () => {
    const { lines, marks, summary } = model.get("view");
    return { label: "Trust of one customer", xLabel: "order", yLabel: "trust, 0 to 100", lines, marks, yFrom: 0, yTo: 100, summary };
  };
  const frame = chart(shown());

  root.append(
    el("h3", {}, "TrustLedger"),
    el("p", { class: "lede" }, "One customer, forty orders. Each good order puts a little in. Schedule what else happens; the sizes are those of the shop."),
    el("div", { class: "two" },
      el("div", {}, frame.node, facts, back),
      el("div", {},
        el("div", { class: "line" }, el("label", { for: what.id }, "What"), what),
        about,
        el("div", { class: "line" }, el("label", { for: when.id }, "At order"), when, add,
          el("button", { type: "button", class: "second", onclick: () => schedule([]) }, "Clear")),
        list)),
    trouble);

  const entry = (row, place) => {
    const field = el("input", { type: "number", min: "1", max: `${model.get("orders")}`, step: "1", value: `${row.order}`, "aria-label": `Order of: ${row.title}` });
    const without = () => model.get("events").filter((_, n) => n !== place);
    field.addEventListener("change", () => { if (order(field) !== null) schedule([...without(), [order(field), row.name]]); });
    return el("li", {},
      el("p", { class: "what" }, row.title),
      el("p", { class: "soft" }, row.effect),
      el("div", { class: "line" }, el("span", { class: "soft" }, "at order"), field,
        el("button", { type: "button", class: "plain", "aria-label": `Remove: ${row.title}`, onclick: () => schedule(without()) }, "Remove")));
  };

  const draw = () => {
    const view = model.get("view");
    const focused = list.contains(document.activeElement);
    list.replaceChildren(...view.rows.map(entry));
    if (focused) (list.querySelector("input") ?? what).focus(); // the list is new; do not lose the keyboard's place
    facts.replaceChildren(...view.facts.map(([value, label]) => fact(value, label)));
    back.textContent = view.back;
    frame.draw(shown());
    trouble.textContent = model.get("trouble");
    tell();
  };
  model.on("change:view", draw);
  model.on("change:trouble", draw);
  draw();
}

export default { render };
