// One of several views: buttons in a row. Drawn again in place, so that the one that has the focus keeps it.
function tabButtons(nav, names, at, choose) {
  if (nav.children.length !== names.length) {
    nav.replaceChildren(...names.map((name, i) => el("button", { type: "button", onclick: () => choose(i) }, name)));
  }
  [...nav.children].forEach((button, i) => button.setAttribute("aria-pressed", `${i === at}`));
}
