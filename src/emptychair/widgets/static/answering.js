function render({ model, el: root }) {
  root.classList.add("ec");
  const draw = () => {
    const html = model.get("html");
    const shown = el("div", { class: "shown" });
    shown.innerHTML = html; // the lesson's own output, as JupyterLab would show it; nothing that a learner typed
    root.replaceChildren(html ? shown : betToCome(model.get("question")));
  };
  model.on("change:html", draw);
  draw();
}

export default { render };
