function render({ model, el: root }) {
  root.classList.add("ec");
  const id = uid("star");
  const first = model.get("view");
  const trouble = el("p", { class: "trouble", role: "alert" });

  const say = (change) => {
    model.set("said", { ...model.get("said"), ...change });
    model.save_changes();
  };
  const link = (name, value) => {
    const links = { ...model.get("said").links };
    if (value === "?") delete links[name];
    else links[name] = value;
    say({ links, told: false });
  };

  const promises = el("ol", { class: "promises", "aria-label": "Promises" },
    ...first.promises.map(({ text }, i) => el("li", {}, el("b", {}, `P${i + 1}`), el("span", {}, text))));
  const rows = first.items.map(({ name, title, days: effort }, i) => {
    const choice = el("select", { id: `${id}-${i}`, onchange: () => link(name, choice.value) },
      el("option", { value: "?" }, "serves …"),
      ...first.promises.map(({ name: promise, text }, k) => el("option", { value: promise, title: text }, `P${k + 1}`)),
      el("option", { value: "" }, "no promise"));
    choice.setAttribute("data-lm-suppress-shortcuts", "true");
    return { name, choice, node: el("li", {}, el("label", { for: choice.id }, title), el("span", { class: "soft" }, `${effort} days`), choice) };
  });
  const days = (rows) => ({ label: "Days of work by what they serve", unit: "days", rows });
  const frame = bars(days(first.bars));
  const drift = el("div", { class: "facts" });
  const said = el("div", { role: "status" });
  const compare = el("button", { type: "button", class: "primary", onclick: () => say({ told: true }) }, "Compare with ours");
  const ours = el("div", {});
  const told = el("div", { class: "cards pairs" });

  root.append(
    el("h3", {}, "NorthStar"),
    el("p", { class: "lede" }, `${first.product}: what the release promises, and what the team has planned. Link each piece of work to the promise it makes true, or to none.`),
    promises,
    el("div", { class: "two" },
      el("div", {}, el("ul", { class: "backlog", "aria-label": "Backlog" }, ...rows.map(({ node }) => node))),
      el("div", {}, frame.node, drift, said, el("div", { class: "line" }, compare))),
    ours, told, trouble);

  let toldBefore = first.told.length > 0;
  const draw = () => {
    const view = model.get("view");
    for (const { name, choice } of rows) {
      const { to } = view.items.find((it) => it.name === name);
      const value = to === null ? "?" : to;
      if (choice.value !== value) choice.value = value;
    }
    frame.draw(days(view.bars));
    drift.replaceChildren(...(view.drift ? [fact(view.drift, "of the effort drifts"), fact(`${view.orphans.length}`, view.orphans.length === 1 ? "promise nobody works on" : "promises nobody works on")] : []));
    said.replaceChildren(...(view.left
      ? [el("p", { class: "soft" }, `${view.left} of ${view.items.length} still to link.`)]
      : [el("p", { class: "told" }, view.summary), ...view.orphans.map((text) => el("p", { class: "told" }, `Nobody works on: “${text}”`))]));
    compare.hidden = !view.keyed || view.told.length > 0;
    compare.disabled = view.left > 0;
    ours.replaceChildren(...(view.told.length ? [el("p", { class: "outcome above", tabindex: "-1" }, view.ours)] : []));
    told.replaceChildren(...view.told.map(({ near, word, title, why }) => card({ tone: near ? "good" : "warn", word, title, why })));
    if (view.told.length && !toldBefore && root.contains(document.activeElement)) ours.querySelector(".outcome").focus();
    toldBefore = view.told.length > 0;
    trouble.textContent = model.get("trouble");
  };
  model.on("change:view", draw);
  model.on("change:trouble", draw);
  draw();
}

export default { render };
