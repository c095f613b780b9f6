function render({ model, el: root }) {
  root.classList.add("ec");
  const desk = el("div", {});
  const where = el("div", {});
  const fixes = el("div", {});
  const result = el("div", {});
  const trouble = el("p", { class: "trouble", role: "alert" });
  const ask = (wish) => model.send(wish);
  const drawn = {};

  root.append(
    el("h3", {}, "ContactCentre"),
    el("p", { class: "lede" }, "Monday of week 34 at Tern Lane. Listen, tag, find where it comes from, mend it, and see whether people stop writing."),
    desk, where, fixes, result, trouble);

  const listen = (view) => {
    const names = view.tags.map(({ name }) => name);
    const list = choiceList({ legend: "What is it about?", choices: view.tags.map(({ choice }) => choice), chosen: view.chosen ? names.indexOf(view.chosen) : null });
    const button = el("button", { type: "button", class: "primary", disabled: list.value() === null, onclick: () => ask({ tag: names[list.value()] }) },
      view.at + 1 === view.of ? "Hang up" : "Next");
    const back = view.at ? el("button", { type: "button", class: "second", onclick: () => ask({ at: view.at - 1 }) }, "Back") : null;
    list.node.addEventListener("input", () => { button.disabled = false; });
    return [
      progress({ done: view.done, total: view.of, label: "Contacts tagged" }),
      el("div", { class: "two" },
        el("div", { class: "exhibit", tabindex: "-1" },
          el("p", { class: "word" }, `${view.at + 1} of ${view.of}, by ${view.channel}`), el("blockquote", {}, view.text)),
        el("div", {}, list.node, el("div", { class: "line" }, button, back)))];
  };

  const heard = ({ told }) => [
    el("p", { class: "outcome", tabindex: "-1" }, told.head),
    el("div", { class: "cards pairs" }, ...told.apart.map(({ text, said, was }) =>
      card({ tone: "warn", word: `You: ${said}. It was:`, title: `${was}.`, why: text }))),
    bars(told.bars).node];

  const look = (view) => {
    const tabs = el("nav", { class: "tabs", "aria-label": "Contacts about" });
    const names = view.where.tabs.map(({ name }) => name);
    tabButtons(tabs, view.where.tabs.map(({ choice }) => choice), names.indexOf(view.tag), (i) => ask({ where: names[i] }));
    return [
      el("p", { class: "what section" }, "Where does it come from?"), tabs,
      el("div", { class: "numbers words", tabindex: "0", role: "region", "aria-label": "Contacts per 100 orders, by part" }, el("table", {},
        el("thead", {}, el("tr", {}, ...["orders by", "most contacts", "per 100 orders", "the rest", "orders"].map((it) => el("th", { scope: "col" }, it)))),
        el("tbody", {}, ...view.where.rows.map(([first, ...rest]) => el("tr", {}, el("th", { scope: "row" }, first), ...rest.map((it) => el("td", {}, it))))))),
      el("p", { class: "read-off", role: "status" }, view.where.read)];
  };

  const choose = (view) => {
    const boxes = view.fixes.map(({ name, choice }) => {
      const box = el("input", { type: "checkbox", value: name, checked: view.chosen_fixes.includes(name) });
      return { box, node: el("label", {}, box, el("span", {}, choice)) };
    });
    const chosen = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
    const names = view.ways.map(({ name }) => name);
    const before = names.findIndex((name) => view.chosen_fixes.includes(name));
    const way = choiceList({ legend: "Who mends it?", choices: view.ways.map(({ choice }) => choice), chosen: Math.max(before, 0) });
    const button = el("button", { type: "button", class: "primary", disabled: !chosen().length, onclick: () => ask({ fixes: [...chosen(), names[way.value()]] }) }, "Run the shop");
    const group = el("fieldset", { class: "choices" }, el("legend", {}, "What do you do on Monday? One thing or several; you may come back and try others."), ...boxes.map(({ node }) => node));
    group.addEventListener("input", () => { button.disabled = !chosen().length; });
    return [el("p", { class: "what section" }, "Choose the fix"), group, el("div", { class: "then" }, way.node), el("div", { class: "line" }, button)];
  };

  const came = ({ result: it }) => [
    el("p", { class: "outcome section", tabindex: "-1" }, it.head),
    el("div", { class: "facts" }, ...it.facts.map(([value, label]) => fact(value, label))),
    chart(it.chart).node,
    el("div", { class: "numbers words", tabindex: "0", role: "region", "aria-label": "What you tried" }, el("table", {},
      el("thead", {}, el("tr", {}, ...["tried", "contacts per 100 orders", "profit"].map((text) => el("th", { scope: "col" }, text)))),
      el("tbody", {}, ...it.rows.map(([first, ...rest]) => el("tr", {}, el("th", { scope: "row" }, first), ...rest.map((text) => el("td", {}, text)))))))];

  // A part is drawn anew only when what it shows has changed, so that whoever is in the middle of it stays there.
  const part = (node, name, shows, nodes, focus) => {
    const key = JSON.stringify(shows);
    if (drawn[name] === key) return;
    const again = name in drawn;
    const hadFocus = node.contains(document.activeElement);
    const at = [...node.querySelectorAll("button")].indexOf(document.activeElement);
    drawn[name] = key;
    node.replaceChildren(...(nodes() || []));
    if (again && focus && node.querySelector(focus)) node.querySelector(focus).focus();
    else if (hadFocus) node.querySelectorAll("button")[at]?.focus();
  };

  const draw = () => {
    const view = model.get("view");
    const whole = Boolean(view.told);
    part(desk, "desk", whole ? view.told : [view.at, view.chosen, view.done], () => (whole ? heard(view) : listen(view)), whole ? ".outcome" : ".exhibit");
    part(where, "where", view.where, () => (whole ? look(view) : []), null);
    part(fixes, "fixes", whole, () => (whole ? choose(view) : []), null);
    part(result, "result", view.result, () => (view.result ? came(view) : []), ".outcome");
    trouble.textContent = model.get("trouble");
  };
  model.on("change:view", draw);
  model.on("change:trouble", draw);
  draw();
}

export default { render };
