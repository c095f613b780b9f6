function render({ model, el: root }) {
  root.classList.add("ec");
  const rows = model.get("rows").map(({ name, ours, pull }) => el("li", {},
    el("p", { class: "what" }, name),
    el("p", {}, ours),
    reveal("And the customer?", el("p", { class: "told" }, pull))));
  root.append(
    el("h3", {}, "Principles"),
    el("p", { class: "lede" }, "What each asks, in our words. Guess how the customer comes into it before you open the line."),
    el("ol", { class: "sixteen" }, ...rows),
    el("p", { class: "soft" }, "Amazon's own wording: ", el("a", { href: model.get("source"), target: "_blank", rel: "noopener" }, model.get("source"))));
}

export default { render };
