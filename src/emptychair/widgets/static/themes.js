function render({ model, el: root }) {
  root.classList.add("ec");
  const { now, choose, follow, trouble } = chooser({ model, root });
  const start = model.get("view");
  const weeks = choiceList({ legend: "Count the reviews of", choices: start.weeks.map(({ text }) => text), chosen: start.weeks.findIndex(({ name }) => name === now().weeks) });
  weeks.node.classList.add("flat");
  weeks.node.addEventListener("input", () => choose({ weeks: start.weeks[weeks.value()].name }));

  // The buttons stay where they are and change what they say, so that the keyboard keeps its place.
  const rows = start.rows.map((_, i) => {
    const title = el("span", {});
    const bar = el("i", { class: "s" });
    const number = el("b", {});
    const share = el("span", { class: "soft" });
    const button = el("button", { type: "button", class: "theme", onclick: () => choose({ theme: model.get("view").rows[i].name }) },
      title, el("span", { class: "track", "aria-hidden": "true" }, bar), number, share);
    return { button, draw: (row, most) => {
      title.textContent = row.title;
      bar.style.width = `${(100 * row.complaints) / most}%`;
      number.replaceChildren(`${row.complaints}`, el("span", { class: "sr" }, " complaints"));
      share.replaceChildren(`${row.cumulative} %`, el("span", { class: "sr" }, " of all complaints so far"));
      button.setAttribute("aria-pressed", `${row.name === now().theme}`);
    } };
  });
  const head = el("p", { class: "word" });
  const reviews = el("div", { role: "status", class: "reading" });
  const more = el("button", { type: "button", class: "second", onclick: () => choose({ page: (now().page + 1) % model.get("view").pages }) }, "Read three more");
  const fix = el("button", { type: "button", class: "primary", onclick: () => choose({ first: now().theme }) });
  const told = el("div", { class: "told-all", tabindex: "-1" });
  root.append(
    el("h3", {}, "Themes"),
    el("p", { class: "lede" }, `${start.read} reviews, read by the pipeline. A complaint is a review with three stars or fewer. Choose a theme, read what people wrote, then decide what to fix first.`),
    el("div", { class: "two" },
      el("div", {}, weeks.node,
        el("p", { class: "heads soft", "aria-hidden": "true" }, el("span", {}, "theme"), el("span", {}), el("span", {}, "complaints"), el("span", {}, "so far")),
        el("div", { class: "themes", role: "group", "aria-label": "Themes, the most complaints first" }, ...rows.map(({ button }) => button))),
      el("div", {}, head, reviews, el("div", { class: "line" }, more, fix), told)),
    trouble);

  const tell = ({ said, best, rows: worth, chosen }) => [
    el("p", { class: "told outcome" }, `You chose ${chosen}.`), el("p", { class: "told" }, said), el("p", { class: "told" }, best),
    el("div", { class: "numbers whole", tabindex: "0", role: "region", "aria-label": "What each fix would have been worth" }, el("table", {},
      el("thead", {}, el("tr", {}, ...["fixed for 26 weeks", "contacts saved", "dollars", "trust"].map((it) => el("th", { scope: "col" }, it)))),
      el("tbody", {}, ...worth.map(([name, ...values]) => el("tr", { class: name === chosen ? "mine" : null },
        el("th", { scope: "row" }, name === chosen ? `${name} (yours)` : name), ...values.map((it) => el("td", {}, it)))))))];

  follow((view) => {
    const focused = document.activeElement === fix;
    const most = Math.max(...view.rows.map((row) => row.complaints), 1);
    rows.forEach((row, i) => row.draw(view.rows[i], most));
    head.textContent = `${view.theme}, the newest complaints`;
    reviews.replaceChildren(...(view.reviews.length
      ? view.reviews.map((it) => el("div", { class: "exhibit" }, el("p", { class: "soft" }, it.head), el("blockquote", {}, it.text)))
      : [el("p", { class: "soft" }, "Nobody complains about it.")]));
    more.hidden = view.pages < 2;
    fix.textContent = `Fix this first: ${view.theme}`;
    fix.hidden = Boolean(view.told);
    told.replaceChildren(...(view.told ? tell(view.told) : []));
    told.hidden = !view.told;
    if (focused && view.told) told.focus();
  });
}

export default { render };
