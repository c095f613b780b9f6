const TOP = 5;

function rung({ job, text, level, why }) {
  return el("div", { class: "rung" },
    el("p", { class: "word" }, job),
    el("p", {}, el("span", { class: "pips", "aria-hidden": "true" }, ...Array.from({ length: TOP }, (_, i) => el("i", { class: i < level ? "on" : null }))),
      el("b", {}, `Level ${level}`), el("span", { class: "sr" }, ` of ${TOP}`)),
    el("blockquote", {}, text),
    el("p", { class: "told" }, why));
}

function render({ model, el: root }) {
  root.classList.add("ec");
  const tabs = el("nav", { class: "tabs", "aria-label": "Parts of an answer" });
  const body = el("div", { role: "region", "aria-live": "polite", "aria-label": "The part, three times" });
  let open = 0;
  root.append(el("h3", {}, "SideBySide"), tabs, body);

  const draw = () => {
    const ladders = model.get("view");
    [...tabs.children].forEach((tab, i) => tab.setAttribute("aria-pressed", `${i === open}`));
    body.replaceChildren(el("p", { class: "lede" }, ladders[open].asks), el("div", { class: "rungs" }, ...ladders[open].rungs.map(rung)));
  };
  tabs.append(...model.get("view").map(({ title }, i) => el("button", { type: "button", onclick: () => { open = i; draw(); } }, title)));
  draw();
}

export default { render };
