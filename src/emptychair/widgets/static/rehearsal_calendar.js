function render({ model, el: root }) {
  root.classList.add("ec");
  const id = uid("calendar");
  const day = el("input", { id, type: "date", oninput: () => { model.set("interview", day.value); model.save_changes(); } });
  day.value = model.get("interview");
  const said = el("div", { role: "status" });
  const today = el("div", {});
  const weeks = el("div", { class: "weeks" });
  const save = el("button", { type: "button", class: "second", onclick: () => model.send({ act: "ics" }) }, "Save as a calendar file");
  const trouble = el("p", { class: "trouble", role: "alert" });
  root.append(el("h3", {}, "Rehearsal calendar"),
    el("p", { class: "lede" }, "Tell a story aloud, without notes. It held if you would be content to have told it so in the interview."),
    el("div", { class: "two" },
      el("div", {}, el("label", { class: "lede", for: id }, "Day of the interview"), day, said, weeks, el("div", { class: "line" }, save)),
      today),
    trouble);

  // Held or not is said by shape and word, not by color.
  const marks = (some) => el("span", { class: "marks", "aria-hidden": "true" }, ...some.map((right) => el("i", { class: right ? "held" : "open" }, right ? "●" : "○")));
  const one = ({ item, marks: some, held, state }) => {
    const press = (right) => model.send({ act: "held", item, right });
    return el("li", {},
      el("p", { class: "what" }, item, " ", marks(some)), el("p", { class: "soft" }, held === null ? state : `${state}; today it ${held ? "held" : "did not hold"}`),
      el("div", { class: "line" },
        el("button", { type: "button", class: "second", onclick: () => press(true) }, "It held", el("span", { class: "sr" }, `: ${item}`)),
        el("button", { type: "button", class: "second", onclick: () => press(false) }, "Not yet", el("span", { class: "sr" }, `: ${item}`)),
        held === null ? null : el("button", { type: "button", class: "second", onclick: () => model.send({ act: "undo", item }) }, "Undo", el("span", { class: "sr" }, `: ${item}`))));
  };
  const cell = ({ day: number, spoken, items, words, past }) => {
    const spelled = [spoken, ...words, items.length ? `rehearse ${items.join(", ")}` : ""].filter(Boolean).join(", ");
    return el("td", { class: [past ? "past" : "", items.length ? "due" : "", ...words].filter(Boolean).join(" ") || null, title: spelled },
      el("span", { "aria-hidden": "true" }, `${number}`), el("span", { class: "tag", "aria-hidden": "true" },
        words.includes("interview") ? "interview" : words.includes("rehearsed") ? "done" : items.length ? `${items.length}×` : ""),
      el("span", { class: "sr" }, spelled));
  };

  const draw = () => {
    const view = model.get("view");
    const focused = document.activeElement && root.contains(document.activeElement) ? document.activeElement.textContent : "";
    said.replaceChildren(view.message ? el("p", { class: "told" }, view.message) : el("p", { class: "told outcome" }, view.next || "The next day is the interview."));
    weeks.replaceChildren(...(view.weeks.length ? [el("table", {},
      el("caption", { class: "sr" }, "The weeks up to the interview"),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Week of"), ...["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].map((name) => el("th", { scope: "col" }, name)))),
      el("tbody", {}, ...view.weeks.map(({ head, days }) => el("tr", {}, el("th", { scope: "row" }, head), ...days.map(cell))))),
    el("p", { class: "soft" }, `“2×” means two stories are due. ${view.more}`)] : []));
    today.replaceChildren(
      el("p", { class: "word" }, view.today.length ? "Due today" : view.message ? "No plan yet" : "Nothing is due today"), el("ul", { class: "plan" }, ...view.today.map(one)),
      view.others.length ? reveal(`${view.message ? "Stories" : "Not due today"}: ${view.others.length}`, el("ul", { class: "plan" }, ...view.others.map(one))) : "",
      el("p", { class: "soft above" }, view.summary));
    if (held.open) today.querySelector("details")?.setAttribute("open", "");
    save.hidden = !view.weeks.length;
    if (focused) [...root.querySelectorAll("button")].find((it) => it.textContent === focused)?.focus();
  };
  const held = { get open() { return this.was; }, was: false };
  today.addEventListener("toggle", (event) => { held.was = event.target.open; }, true);
  model.on("change:view", draw);
  model.on("change:trouble", () => { trouble.textContent = model.get("trouble"); });
  model.on("msg:custom", ({ file }) => { if (file) saveFile(file); });
  trouble.textContent = model.get("trouble");
  draw();
}

export default { render };
