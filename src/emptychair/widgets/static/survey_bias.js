function render({ model, el: root }) {
  root.classList.add("ec");
  const { now, choose, follow, trouble } = chooser({ model, root });
  const { wordings, remedies, sizes } = model.get("view");
  const list = (legend, field, entries) => {
    const made = choiceList({ legend, choices: entries.map(({ text }) => text), chosen: entries.findIndex(({ name }) => name === now()[field]) });
    made.node.addEventListener("input", () => choose({ [field]: entries[made.value()].name }));
    return made.node;
  };
  const emails = (place) => `${sizes[place].toLocaleString("en-US")} emails`;
  const id = uid("size");
  const size = el("input", { id, type: "range", min: "0", max: `${sizes.length - 1}`, step: "1", value: `${sizes.indexOf(now().size)}`,
    oninput: () => { sayHowMany(); choose({ size: sizes[Number(size.value)] }); } });
  const many = el("span", { class: "soft" });
  const sayHowMany = () => {
    many.textContent = emails(Number(size.value));
    size.setAttribute("aria-valuetext", many.textContent);
  };
  sayHowMany();

  const result = bars(model.get("view").bars);
  const sentence = el("p", { class: "told", role: "status" });
  const verdict = el("p", { class: "told outcome", tabindex: "-1" });
  const open = el("button", { type: "button", class: "primary", onclick: () => choose({ opened: true }) }, "Open the shop's books");
  const who = bars(model.get("view").who);
  root.append(
    el("h3", {}, "SurveyBias"),
    el("p", { class: "lede" }, "The same customers with the same feelings. Only the survey changes."),
    el("div", { class: "two" },
      el("div", { class: "asking" },
        list("The question, and what counts as satisfied", "wording", wordings),
        list("The answers", "remedy", remedies),
        el("div", { class: "dial" }, el("label", { class: "lede above", for: id }, "How many are asked"), el("div", { class: "line" }, size, many))),
      el("div", {}, result.node, sentence, el("div", { class: "line" }, open), verdict, reveal("Who answered, by what the shop knows about them", who.node))),
    trouble);

  follow((view) => {
    const focused = document.activeElement === open;
    result.draw(view.bars);
    sentence.textContent = view.sentence;
    verdict.textContent = view.verdict;
    verdict.hidden = !view.verdict;
    open.hidden = Boolean(view.verdict);
    if (focused && view.verdict) verdict.focus(); // the button is gone; do not lose the keyboard's place
  });
}

export default { render };
