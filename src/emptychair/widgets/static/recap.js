function render({ model, el: root }) {
  root.classList.add("ec");
  const rows = model.get("rows").map(({ question, said, truth }) =>
    el("li", {},
      el("span", {}, question),
      said
        ? el("span", {}, "You said ", el("b", {}, said), ". It is ", el("b", {}, truth), ".")
        : el("span", { class: "soft" }, "You did not commit. Go back, predict, and run this cell again.")));
  root.append(el("h3", {}, "What you predicted"), el("ul", { class: "recap" }, ...rows));
}

export default { render };
