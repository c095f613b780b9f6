function render({ model, el: root }) {
  root.classList.add("ec");
  const body = el("div", {});
  const trouble = el("p", { class: "trouble", role: "alert" });
  root.append(el("h3", {}, "Predict"), body, trouble);

  const commit = (value) => {
    model.set("committed", value);
    model.save_changes();
  };

  const ask = (view) => {
    const choose = view.choices.length
      ? choiceList({ legend: view.question, choices: view.choices })
      : dial({ label: view.question, ...view });
    const button = el("button", { type: "button", class: "primary", disabled: choose.value() === null, onclick: () => commit(choose.value()) }, "Commit");
    choose.node.addEventListener("input", () => { button.disabled = choose.value() === null; });
    return [choose.node, el("div", { class: "line" }, button, el("span", { class: "soft" }, "The answer opens once you have committed."))];
  };

  const told = (view) => [
    el("p", { class: "lede" }, view.question),
    el("p", { class: "outcome", tabindex: "-1" }, view.outcome),
    ...view.reveal.map((part) => el("p", { class: "told" }, part)),
    view.source ? el("p", { class: "soft" }, `Source: ${view.source}`) : null,
  ];

  const draw = () => {
    const view = model.get("view");
    const focused = root.contains(document.activeElement);
    body.replaceChildren(...(view.said === null ? ask(view) : told(view)).filter(Boolean));
    if (focused && view.said !== null) body.querySelector(".outcome").focus(); // the button is gone; do not lose the keyboard's place
    trouble.textContent = model.get("trouble");
  };
  model.on("change:view", draw);
  model.on("change:trouble", draw);
  draw();
}

export default { render };
