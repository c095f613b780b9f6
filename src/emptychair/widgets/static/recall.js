function render({ model, el: root }) {
  root.classList.add("ec");
  const body = el("div", {});
  const trouble = el("p", { class: "trouble", role: "alert" });
  // it stands before the first heading of the lesson, so right under the title: the second level, for who goes by headings
  root.append(el("h3", { "aria-level": "2" }, "Recall"), body, trouble);

  const ask = (view) => {
    const choose = choiceList({ legend: view.question, choices: view.choices });
    const button = el("button", { type: "button", class: "primary", disabled: true, onclick: () => model.send({ said: choose.value() }) }, "Answer");
    choose.node.addEventListener("input", () => { button.disabled = choose.value() === null; });
    return [choose.node, el("div", { class: "line" }, button, el("span", { class: "soft" }, "Without looking; that is what makes it stay."))];
  };

  const told = (view) => [
    el("p", { class: "lede" }, view.question),
    el("p", { class: "outcome", tabindex: "-1" }, view.outcome),
    el("p", { class: "told" }, view.because),
    view.summary
      ? el("p", { class: "told soft" }, view.summary)
      : el("div", { class: "line" }, el("button", { type: "button", class: "primary", onclick: () => model.send({ next: true }) }, "Next question")),
  ];

  const draw = () => {
    const view = model.get("view");
    const focused = root.contains(document.activeElement);
    const done = view.said === null ? view.at - 1 : view.at;
    body.replaceChildren(progress({ done, total: view.of, label: `Lesson ${view.from} asks again` }), ...(view.said === null ? ask(view) : told(view)));
    if (focused) body.querySelector(view.said === null ? "input" : ".outcome").focus(); // the button is gone; do not lose the keyboard's place
    trouble.textContent = model.get("trouble");
  };
  model.on("change:view", draw);
  model.on("change:trouble", draw);
  draw();
}

export default { render };
