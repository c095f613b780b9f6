function render({ model, el: root }) {
  root.classList.add("ec");
  const id = uid("planner");
  const set = (name, value) => {
    model.set(name, value);
    model.save_changes();
  };
  const day = el("input", { id, type: "date", value: model.get("interview"), oninput: () => set("interview", day.value) });
  const { low, high } = model.get("view");
  const many = dial({ label: "How many rehearsals?", unit: "", low, high, start: model.get("view").count, step: 1 });
  many.node.addEventListener("input", () => { if (many.value() !== null) set("count", Math.round(many.value())); });
  const said = el("div", { role: "status" });
  const strip = el("div", { class: "strip", "aria-hidden": "true" });
  const list = el("ol", { class: "plan", "aria-label": "Rehearsals" });
  const trouble = el("p", { class: "trouble", role: "alert" });

  root.append(
    el("h3", {}, "Planner"),
    el("p", { class: "lede" }, "The first rehearsal is today, the last one on the day before. The gaps between are equal."),
    el("div", { class: "two even" },
      el("div", {}, el("div", { class: "line" }, el("label", { for: id }, "Day of the interview"), day), many.node, said, strip),
      list),
    trouble);

  const draw = () => {
    const view = model.get("view");
    said.replaceChildren(
      view.message ? el("p", { class: "told" }, view.message) : "",
      view.summary ? el("p", { class: "outcome" }, view.summary) : "",
      view.next ? el("p", { class: "soft" }, view.next) : "");
    strip.replaceChildren(...view.rows.map(({ place, state }) => el("i", { class: state || null, style: `left:${place}%` })));
    strip.hidden = view.rows.length === 0;
    list.replaceChildren(...view.rows.map((row) => el("li", { class: row.state || null },
      el("p", { class: "what" }, row.day, " ",
        el("span", { class: "word" }, row.state ? `${row.before}, ${row.state}` : row.before)),
      el("p", { class: "soft" }, row.what))));
    list.hidden = view.rows.length === 0;
    trouble.textContent = model.get("trouble");
    root.dataset.drawn = `${Number(root.dataset.drawn || 0) + 1}`;
  };
  model.on("change:view", draw);
  model.on("change:trouble", draw);
  draw();
}

export default { render };
